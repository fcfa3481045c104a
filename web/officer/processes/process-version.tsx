import type { ProcessIndicators } from '../../api/generated.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { words } from './words.ts';

type Version = ProcessIndicators['versions'][number];

/** One version of a process: its share in time, its steps against their norms, what went wrong. */
export function ProcessVersion({ version }: { readonly version: Version }) {
  const w = useWords(words);
  const { instant } = useFormats();
  const { workflowVersion, dossiers, decided, onTime, nonconformities } = version;
  return (
    <section class="panel stack">
      <h2>{w.version(workflowVersion)}</h2>
      <p>
        {w.dossiers(dossiers, decided)}
        {decided > 0 && ` · ${w.onTime(share(onTime, decided))}`}
      </p>
      <Steps version={version} />
      <p class="note">{w.hours}</p>
      <h3>{w.nonconformities(nonconformities.length)}</h3>
      <ul class="list">
        {nonconformities.map(({ kind, dossier, entry, at, step }) => (
          <li key={`${dossier} ${entry} ${kind} ${step}`}>
            <a class="ds-link" href={`/officer/dossiers/${dossier}`}>
              {dossier}
            </a>{' '}
            {w.kinds[kind]}
            {step !== null && ` (${step})`} <span class="note">{instant(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ version }: { readonly version: Version }) {
  const w = useWords(words);
  const { number } = useFormats();
  const hours = (value: number | null) => (value === null ? '' : number(value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by the keyboard.
    <section class="table-scroll" tabIndex={0} aria-label={w.version(version.workflowVersion)}>
      <table class="ds-table measures">
        <thead>
          <tr>
            <th scope="col">{w.step}</th>
            <th scope="col">{w.done}</th>
            <th scope="col">{w.inTime}</th>
            <th scope="col">{w.median}</th>
            <th scope="col">{w.norm}</th>
          </tr>
        </thead>
        <tbody>
          {version.steps.map(({ name, done, inTime, medianHours, normHours }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{done}</td>
              <td>{share(inTime, done)}</td>
              <td>{hours(medianHours)}</td>
              <td>{hours(normHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;
