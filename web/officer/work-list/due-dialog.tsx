import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { ListedTask } from './task-pages.ts';
import { words } from './words.ts';

/** Why a dossier has its date: the legal clock's own words, which an officer can read to an applicant. */
export function DueDialog({ task, onClose }: { readonly task: ListedTask; readonly onClose: () => void }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { instant } = useFormats();
  const deadline = useAnswer(api, 'getDeadline', { params: { code: task.dossier } });
  return (
    <Dialog title={w.why} onClose={onClose}>
      <p>
        {task.name}: {instant(task.dueAt)}
      </p>
      {deadline.error !== undefined && <Failure error={deadline.error} again={deadline.reload} />}
      {deadline.body ? (
        <p class="pre">{deadline.body.text}</p>
      ) : (
        deadline.error === undefined && <p>{w.loading}</p>
      )}
    </Dialog>
  );
}
