import { collectionNames } from '../wording/collection-words.ts';
import { useWords } from '../wording/language.tsx';
import { returnWords } from '../wording/return-words.ts';
import { roleNames } from '../wording/roles.ts';
import { useFormats } from '../wording/use-formats.ts';
import { eventNames } from './event-names.ts';
import { factsOf } from './history-facts.ts';
import { actorNames, type Entry, factNames, factValues } from './history-words.ts';

/** One entry of the history: what happened when, by whom, and what was said. */
export function HistoryEntry({
  entry,
  unitName,
  officerName,
}: {
  readonly entry: Entry;
  readonly unitName: (code: string) => string;
  /** What officers are called; undefined where they are not named. */
  readonly officerName?: ((account: string) => string) | undefined;
}) {
  const names = useWords(eventNames);
  const labels = useWords(factNames);
  const values = useWords(factValues);
  const returning = useWords(returnWords);
  const collecting = useWords(collectionNames);
  const formats = useFormats();
  const facts = factsOf(entry, { formats, unitName, values, returning, collecting });
  return (
    <li>
      <strong>{names[entry.data.type]}</strong>
      <div class="note">
        {formats.instant(entry.at)} · <By {...{ actor: entry.actor, unitName, officerName }} />
      </div>
      {facts.map(({ name, text }) => (
        <p key={name} class="pre">
          {labels[name]}: {text}
        </p>
      ))}
    </li>
  );
}

function By({
  actor,
  unitName,
  officerName,
}: {
  readonly actor: Entry['actor'];
  readonly unitName: (code: string) => string;
  readonly officerName: ((account: string) => string) | undefined;
}) {
  const w = useWords(actorNames);
  const roles = useWords(roleNames);
  switch (actor.kind) {
    case 'officer':
      return (
        <>
          {[
            actor.unit && unitName(actor.unit),
            actor.role && roles[actor.role],
            actor.id !== undefined && officerName?.(actor.id),
          ]
            .filter(Boolean)
            .join(', ')}
        </>
      );
    case 'portal':
      return <>{w.portals[actor.id] ?? `${w.portal} ${actor.id}`}</>;
    case 'system':
      return <>{w.system}</>;
    default:
      return <>{w.applicant}</>;
  }
}
