import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Forms } from '../../forms/forms.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { useTitle } from '../use-title.ts';
import { AskedNow } from './asked-now.tsx';
import { CollectionCode } from './collection-code.tsx';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { Notices } from './notices.tsx';
import { Papers } from './papers.tsx';
import { Payments } from './payments.tsx';
import { Results } from './results.tsx';
import { Withdraw } from './withdraw.tsx';

const words = wording({
  vi: {
    back: 'Hồ sơ của tôi',
    loading: 'Đang tải hồ sơ…',
    supplemented: 'Đã gửi bổ sung. Hồ sơ trở lại cơ quan giải quyết.',
    withdrawn: 'Đã rút hồ sơ.',
  },
  en: {
    back: 'My dossiers',
    loading: 'Loading the dossier …',
    supplemented: 'Your supplement was sent. The dossier is back with the agency.',
    withdrawn: 'The dossier is withdrawn.',
  },
});

export type Dossier = Answer<'getDossier'>;
export type Done = 'supplemented' | 'withdrawn';

/** One dossier of the applicant: what is asked of them, where it stands, what was handed in and what came of it. */
export function DossierPage({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api } = useAccount();
  const { body: dossier, error, reload } = useAnswer(api, 'getDossier', { params: { code } });
  useTitle(code);
  const [done, setDone] = useState<Done>();
  const changed = (what: Done) => {
    setDone(what);
    reload();
    document.getElementById('main')?.focus();
  };
  return (
    <div class="stack">
      <p>
        <a class="ds-link back" href="/mine">
          ← {w.back}
        </a>
      </p>
      <p role="status" class={done ? 'ds-alert' : 'hidden'} data-color="success">
        {done ? w[done] : !dossier && error === undefined && w.loading}
      </p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {dossier && <Opened dossier={dossier} onChanged={changed} />}
    </div>
  );
}

function Opened({
  dossier,
  onChanged,
}: {
  readonly dossier: Dossier;
  readonly onChanged: (what: Done) => void;
}) {
  return (
    <>
      <div class="stack">
        <h1 class="long">{dossier.procedure.name}</h1>
        <p class="row">
          <Mark level="plain">{dossier.statusText}</Mark>
          <span>{dossier.code}</span>
        </p>
      </div>
      <AskedNow dossier={dossier} onSupplemented={() => onChanged('supplemented')} />
      <Notices dossier={dossier} />
      <CollectionCode dossier={dossier} />
      {dossier.resultNumber !== null && <Results dossier={dossier} />}
      <Facts dossier={dossier} />
      <Papers dossier={dossier} />
      <DossierForms dossier={dossier} />
      <Payments dossier={dossier} />
      <History dossier={dossier} />
      {dossier.closedAt === null && dossier.decidedAt === null && (
        <Withdraw code={dossier.code} onWithdrawn={() => onChanged('withdrawn')} />
      )}
    </>
  );
}

/** Asked again when the dossier changed. */
function DossierForms({ dossier }: { readonly dossier: Dossier }) {
  const { api } = useAccount();
  return <Forms key={dossier.version} api={api} code={dossier.code} />;
}
