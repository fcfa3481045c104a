import { Mark } from '../../parts/mark.tsx';
import { channelNames } from '../../wording/channels.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';
import { words } from './words.ts';

/** What the dossier is, where it stands, and how it came. */
export function Summary({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const channels = useWords(channelNames);
  const { unitName } = useDesk();
  const { instant } = useFormats();
  const facts: readonly (readonly [string, string | null])[] = [
    [w.submitted, `${instant(dossier.submittedAt)} · ${channels[dossier.channel]}`],
    [w.accepted, dossier.acceptedAt && instant(dossier.acceptedAt)],
    [w.receivingUnit, unitName(dossier.receivingUnit)],
    [w.competentUnit, unitName(dossier.competentUnit)],
    [w.returnBy, w.returns[dossier.returnBy] ?? dossier.returnBy],
    [w.reference, dossier.portalReference],
  ];
  return (
    <header class="stack">
      <p>
        <a class="ds-link" href="/officer">
          ← {w.back}
        </a>{' '}
        <a class="ds-link to-decision" href="#decide" data-native>
          {w.toDecision}
        </a>
      </p>
      <div class="row apart">
        <div>
          <p class="code">{dossier.code}</p>
          <h1>{dossier.procedure.name}</h1>
        </div>
        <Standing dossier={dossier} />
      </div>
      <dl class="facts panel">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}

function Standing({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const { ending, outcome, timeliness } = dossier;
  return (
    <p class="row">
      <Mark level="plain">{dossier.statusText}</Mark>
      {ending && <Mark level="soon">{w.ending[ending.how]}</Mark>}
      {outcome && (
        <Mark level={outcome === 'granted' ? 'good' : 'soon'}>
          {outcome === 'granted' ? w.granted : w.refused}
        </Mark>
      )}
      {timeliness && <Mark level={timeliness === 'late' ? 'late' : 'good'}>{w.timeliness[timeliness]}</Mark>}
    </p>
  );
}
