import type { Answer } from '../../api/client.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { addressOf, SCOPES, type View } from './view.ts';
import { alarmLevel, words } from './words.ts';

const ALARMS = ['none', 'dueSoon', 'overdue', 'escalated'] as const;

/** Whose tasks are shown, and how many of the unit's are how urgent; each number leads to its tasks. */
export function Scopes({
  view,
  counts,
}: {
  readonly view: View;
  readonly counts: Answer<'countTasks'> | undefined;
}) {
  const w = useWords(words);
  const { number } = useFormats();
  const { alarm: _, ...everyAlarm } = view;
  return (
    <div class="row apart">
      <nav class="row" aria-label={w.scopeMenu}>
        {SCOPES.map(scope => (
          <a
            key={scope}
            class="ds-chip"
            href={addressOf({ ...view, scope })}
            {...(scope === view.scope && { 'aria-current': 'true' as const })}
          >
            {w.scopes[scope]}
            {scope === 'mine' && counts && ` (${number(counts.mine)})`}
          </a>
        ))}
      </nav>
      {counts && (
        <nav class="row" aria-label={w.alarmMenu}>
          <a
            class="mark-link"
            href={addressOf({ ...everyAlarm, scope: 'unit' })}
            {...(view.alarm === undefined && view.scope === 'unit' && { 'aria-current': 'true' as const })}
          >
            <span class="mark">
              {w.all} <strong>{number(counts.total)}</strong>
            </span>
          </a>
          {ALARMS.map(alarm => (
            <a
              key={alarm}
              class="mark-link"
              href={addressOf({ ...view, scope: 'unit', alarm })}
              {...(alarm === view.alarm && { 'aria-current': 'true' as const })}
            >
              <span class="mark" data-level={counts.byAlarm[alarm] === 0 ? 'plain' : alarmLevel[alarm]}>
                {w.alarms[alarm]} <strong>{number(counts.byAlarm[alarm])}</strong>
              </span>
            </a>
          ))}
        </nav>
      )}
    </div>
  );
}
