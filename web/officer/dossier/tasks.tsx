import { useWords } from '../../wording/language.tsx';
import { roleNames } from '../../wording/roles.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

/** The open tasks: who is to act, where, by when; and how far outside systems have been told. */
export function Tasks({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const roles = useWords(roleNames);
  const { officerName, unitName } = useDesk();
  const { instant } = useFormats();
  return (
    <section class="panel stack">
      <h2>{w.tasks}</h2>
      {dossier.tasks.length === 0 && <p class="note">{w.noTasks}</p>}
      <ul>
        {dossier.tasks.map(task => (
          <li key={task.id}>
            {task.name}: {roles[task.role]}, {unitName(task.unit)}{' '}
            <span class="note">
              ({task.assignee ? officerName(task.assignee) : w.free}; {w.due} {instant(task.dueAt)})
            </span>
          </li>
        ))}
      </ul>
      {dossier.sync && dossier.sync.length > 0 && (
        <>
          <h3>{w.sync}</h3>
          <ul>
            {dossier.sync.map(({ party, state, waitingSince }) => (
              <li key={party}>
                {w.parties[party.split('.')[0] ?? ''] ?? party}: {w.syncStates[state]}
                {waitingSince && ` (${instant(waitingSince)})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
