import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

/** The applicant, who handed the dossier in for them, and what they filled into the form. */
export function People({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { applicant, handedInBy, formData } = dossier;
  return (
    <section class="panel stack">
      <h2>{w.applicant}</h2>
      <Facts of={applicant as unknown as Readonly<Record<string, unknown>>} />
      {handedInBy && (
        <>
          <h3>{w.onBehalf}</h3>
          <Facts of={handedInBy as unknown as Readonly<Record<string, unknown>>} />
        </>
      )}
      <h3>{w.form}</h3>
      {formData ? (
        <Facts of={formData as Readonly<Record<string, unknown>>} />
      ) : (
        <p class="note">{w.noForm}</p>
      )}
    </section>
  );
}

/** Members of an answer by their names; a table of the form row by row. */
function Facts({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  const w = useWords(words);
  return (
    <dl class="facts">
      {Object.entries(of)
        .filter(([name, value]) => name !== 'kind' && value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{w.facts[name] ?? name}</dt>
            <dd>
              <Value of={value} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Value({ of }: { readonly of: unknown }) {
  const w = useWords(words);
  const { day } = useFormats();
  if (Array.isArray(of))
    return (
      <ol>
        {of.map((each, index) => (
          <li key={index}>
            <Value of={each} />
          </li>
        ))}
      </ol>
    );
  if (typeof of === 'object' && of !== null) return <Facts of={of as Readonly<Record<string, unknown>>} />;
  if (typeof of === 'boolean') return <>{of ? w.yes : w.no}</>;
  if (typeof of === 'string' && /^\d{4}-\d\d-\d\d$/.test(of)) return <>{day(of)}</>;
  return <span class="pre">{String(of)}</span>;
}
