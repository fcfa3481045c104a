import { useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { FileHint } from '../../upload/file-hint.tsx';
import { FilePicker } from '../../upload/file-picker.tsx';
import type { Uploads } from '../../upload/use-uploads.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { ReusedChoice, type VaultEntry } from './reused-choice.tsx';
import { StoreOffer } from './store-offer.tsx';
import { type FoundPapers, StoreSearch } from './store-search.tsx';

const words = wording({
  vi: { title: 'Giấy tờ', required: 'bắt buộc', others: (count: number) => `Giấy tờ nếu có (${count})` },
  en: {
    title: 'Papers',
    required: 'required',
    others: (count: number) => `Papers if you have them (${count})`,
  },
});

/** The papers of the procedure: required ones first, the others one click away. */
export function PaperFields(props: {
  readonly procedure: string;
  /** Of the applicant, as far as it was entered. */
  readonly name: string;
  readonly components: Answer<'getProcedure'>['procedure']['components'];
  readonly uploads: Uploads;
  readonly vault: readonly VaultEntry[];
  readonly reused: Readonly<Record<string, string>>;
  readonly onReused: (reused: Readonly<Record<string, string>>) => void;
  readonly fault: string | undefined;
}) {
  const w = useWords(words);
  const [found, setFound] = useState<FoundPapers>();
  const { procedure, name, components, uploads } = props;
  const required = components.filter(each => each.required);
  const others = components.filter(each => !each.required);
  const asked = { procedure, name: name.trim() };
  const offered = (id: string) => found?.items.find(({ component }) => component === id)?.papers ?? [];
  const reuse = (component: (typeof components)[number]) => (
    <>
      <ReusedChoice
        component={component}
        vault={props.vault}
        value={props.reused[component.id]}
        onValue={number => {
          const { [component.id]: _, ...others } = props.reused;
          props.onReused(number === undefined ? others : { ...others, [component.id]: number });
        }}
      />
      {offered(component.id).map(paper => (
        <StoreOffer
          key={`${paper.kind} ${paper.number}`}
          component={component.id}
          {...{ paper, uploads, asked }}
        />
      ))}
    </>
  );
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <FileHint />
      {components.some(({ fulfilledBy }) => fulfilledBy !== undefined) && (
        <StoreSearch {...{ procedure, name, found }} onFound={setFound} />
      )}
      {required.map(component => (
        <div class="stack" key={component.id}>
          {reuse(component)}
          <FilePicker
            field={component.id}
            uploads={uploads}
            label={
              <>
                {component.name} <span class="note">({w.required})</span>
              </>
            }
          />
        </div>
      ))}
      {others.length > 0 && (
        <details class="ds-details" open={required.length === 0}>
          <summary>{w.others(others.length)}</summary>
          <div class="stack">
            {others.map(component => (
              <div class="stack" key={component.id}>
                {reuse(component)}
                <FilePicker field={component.id} uploads={uploads} label={component.name} />
              </div>
            ))}
          </div>
        </details>
      )}
      {props.fault !== undefined && <p class="ds-validation-message">{props.fault}</p>}
    </section>
  );
}
