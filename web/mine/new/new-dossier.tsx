import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Answer } from '../../api/client.ts';
import { doorOf } from '../../catalogue/door.ts';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { useTitle } from '../use-title.ts';
import { Acknowledged } from './acknowledged.tsx';
import { LevelOne } from './level-one.tsx';
import { OtherDoor } from './other-door.tsx';
import { SubmissionForm } from './submission-form.tsx';

const words = wording({
  vi: {
    title: 'Nộp hồ sơ',
    choose: 'Hãy chọn thủ tục trước: tìm thủ tục, xem giấy tờ cần có rồi bấm nộp hồ sơ.',
    find: 'Tìm thủ tục',
    loading: 'Đang tải thủ tục…',
  },
  en: {
    title: 'Submit a dossier',
    choose: 'Choose the procedure first: find it, see which papers it needs, and go on from there.',
    find: 'Find a procedure',
    loading: 'Loading the procedure …',
  },
});

/** Submits a dossier for the procedure that the address names. */
export function NewDossier() {
  const w = useWords(words);
  useTitle(w.title);
  const { procedure } = useLocation().query;
  if (procedure) return <ForProcedure key={procedure} code={procedure} />;
  return (
    <div class="panel stack prose">
      <h1>{w.title}</h1>
      <p>{w.choose}</p>
      <p>
        <a class="ds-button" href="/procedures">
          {w.find}
        </a>
      </p>
    </div>
  );
}

function ForProcedure({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api, me } = useAccount();
  const { body, error, reload } = useAnswer(api, 'getProcedure', { params: { code } });
  const [acknowledged, setAcknowledged] = useState<Answer<'submitDossier'>>();
  if (acknowledged) return <Acknowledged answer={acknowledged} />;
  if (error !== undefined) return <Failure error={error} again={reload} />;
  if (!body) return <p role="status">{w.loading}</p>;
  const { procedure } = body;
  const door = doorOf(body, dayInVietNam(new Date()));
  return (
    <div class="stack">
      <div class="stack prose">
        <p class="note">
          {w.title} · {procedure.code}
        </p>
        <h1 class="long">{procedure.name}</h1>
      </div>
      {door.kind !== 'here' ? (
        <OtherDoor door={door} procedure={procedure.code} />
      ) : me.level === 1 ? (
        <LevelOne />
      ) : (
        <SubmissionForm procedure={procedure} onSent={setAcknowledged} />
      )}
    </div>
  );
}
