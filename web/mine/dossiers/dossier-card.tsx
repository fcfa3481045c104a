import type { Answer } from '../../api/client.ts';
import { Mark } from '../../parts/mark.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { askedOf } from '../asked-of-me.ts';
import { askedWords } from '../asked-words.ts';
import { PromisedDate } from '../promised-date.tsx';

const words = wording({
  vi: { submitted: 'nộp lúc', granted: 'Đồng ý giải quyết', refused: 'Từ chối giải quyết' },
  en: { submitted: 'submitted', granted: 'Granted', refused: 'Refused' },
});

export type Row = Answer<'listDossiers'>['items'][number];

/** A dossier of the list: what it is, where it stands, and what it asks of its applicant. */
export function DossierCard({ row }: { readonly row: Row }) {
  const w = useWords(words);
  const asking = useWords(askedWords);
  const formats = useFormats();
  const asked = askedOf(row);
  return (
    <li class={`panel card stack${asked !== undefined && asked !== 'payLater' ? ' asks' : ''}`}>
      <h3>
        <a class="ds-link" href={`/mine/dossiers/${row.code}`}>
          {row.procedure.name}
        </a>
      </h3>
      {asked !== undefined && (
        <p>
          <Mark level="soon">{asking[asked]}</Mark>
        </p>
      )}
      <p class="row">
        <Mark level="plain">{row.statusText}</Mark>
        {row.outcome && <Mark level={row.outcome === 'granted' ? 'good' : 'plain'}>{w[row.outcome]}</Mark>}
      </p>
      <PromisedDate handling={row.handling} dueOn={row.dueOn} />
      <p class="note">
        {row.code}, {w.submitted} {formats.instant(row.submittedAt)}
      </p>
    </li>
  );
}
