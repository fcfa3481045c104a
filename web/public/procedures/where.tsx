import { doorOf } from '../../catalogue/door.ts';
import { NATIONAL_PORTAL } from '../../catalogue/national-portal.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useLanguage, useWords } from '../../wording/language.tsx';
import type { Published } from './procedure.tsx';
import { words } from './words.ts';

/** Where the procedure is submitted: here, at the national portal, in a ministry's system, at the counter. */
export function Where({ published }: { readonly published: Published }) {
  const w = useWords(words);
  const language = useLanguage();
  const door = doorOf(published, dayInVietNam(new Date()));
  const { anyBoundary, code } = published.procedure;
  return (
    <section class="panel stack">
      <h2>{w.where}</h2>
      {door.kind === 'closed' && <p>{door.because ?? w.closedNow}</p>}
      {door.kind === 'elsewhere' && (
        <>
          <p>{w.elsewhere(door.system.name[language])}</p>
          <p>
            <a class="ds-link" href={door.system.address} rel="noreferrer">
              {w.elsewhereGo}
            </a>{' '}
            <span class="note">({door.system.legalBasis})</span>
          </p>
          {door.system.unconfirmed && (
            <p class="note">
              {w.unconfirmed} {door.system.unconfirmed}
            </p>
          )}
        </>
      )}
      {door.kind === 'here' && (
        <p>
          <a class="ds-button" href={`/mine/new?procedure=${code}`}>
            {w.here}
          </a>
        </p>
      )}
      {door.kind === 'nationalPortal' && (
        <p>
          <a class="ds-link" href={NATIONAL_PORTAL} rel="noreferrer">
            {w.nationalPortal}
          </a>
        </p>
      )}
      {door.kind !== 'elsewhere' && door.kind !== 'closed' && (
        <p>
          {w.counter} {anyBoundary && w.anyBoundary}
        </p>
      )}
    </section>
  );
}
