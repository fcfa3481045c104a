import { useState } from 'preact/hooks';
import { CheckField } from '../../parts/check-field.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { channelNames } from '../../wording/channels.ts';
import { useWords } from '../../wording/language.tsx';
import { SavedViews } from './saved-views.tsx';
import type { ApplicantNames } from './use-applicant-names.ts';
import { CHANNELS, PHASES, type View } from './view.ts';
import { words } from './words.ts';

/** Narrows the list: by procedure, phase and channel; shows names; keeps views that are used often. */
export function Filters({
  view,
  go,
  names,
}: {
  readonly view: View;
  readonly go: (view: View) => void;
  readonly names: ApplicantNames;
}) {
  const w = useWords(words);
  const channels = useWords(channelNames);
  const { procedure = '' } = view;
  const [typed, setTyped] = useState(procedure);
  const [shown, setShown] = useState(procedure);
  // The address may change by itself: back, a saved view.
  if (shown !== procedure) {
    setShown(procedure);
    setTyped(procedure);
  }
  const set = (name: keyof View, value: string) => {
    const { [name]: _, ...others } = view;
    go({ ...others, scope: view.scope, ...(value !== '' && { [name]: value }) } as View);
  };
  return (
    <details class="panel filters" open={Object.keys(view).length > 1}>
      <summary>{w.filters}</summary>
      <div class="stack">
        <div class="grid">
          <form
            onSubmit={event => {
              event.preventDefault();
              set('procedure', typed.trim());
            }}
          >
            <TextField
              label={w.procedure}
              hint={w.procedureHint}
              type="search"
              value={typed}
              onValue={setTyped}
              slash
            />
          </form>
          <ChoiceField
            label={w.phase}
            value={view.phase ?? ''}
            onValue={value => set('phase', value)}
            options={[{ value: '', text: w.all }, ...PHASES.map(value => ({ value, text: w.phases[value] }))]}
          />
          <ChoiceField
            label={w.channel}
            value={view.channel ?? ''}
            onValue={value => set('channel', value)}
            options={[
              { value: '', text: w.all },
              ...CHANNELS.map(value => ({ value, text: channels[value] })),
            ]}
          />
        </div>
        <div class="row apart">
          <CheckField checked={names.shown} onChecked={names.show} note={w.namesHint}>
            {w.names}
          </CheckField>
          <SavedViews view={view} />
        </div>
      </div>
    </details>
  );
}
