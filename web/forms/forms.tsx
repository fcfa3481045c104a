import type { ComponentChildren } from 'preact';
import type { Answer, Client } from '../api/client.ts';
import { Failure } from '../parts/failure.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useWords } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { OpenForm } from './open-form.tsx';
import { words } from './words.ts';

type Form = Answer<'listForms'>['items'][number];

/** The forms of a dossier, each with a button for every paper it is printed on, and what else is done with it. */
export function Forms({
  api,
  code,
  beside,
}: {
  readonly api: Client;
  readonly code: string;
  readonly beside?: (form: Form) => ComponentChildren;
}) {
  const w = useWords(words);
  const forms = useAnswer(api, 'listForms', { params: { code } });
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {forms.error !== undefined && <Failure error={forms.error} again={forms.reload} />}
      {forms.body?.items.length === 0 && <p class="note">{w.none}</p>}
      <ul class="plain stack">
        {forms.body?.items.map(form => (
          <FormLine key={form.id} {...{ api, code, form }} beside={beside?.(form)} />
        ))}
      </ul>
    </section>
  );
}

function FormLine({
  api,
  code,
  form,
  beside,
}: {
  readonly api: Client;
  readonly code: string;
  readonly form: Form;
  readonly beside: ComponentChildren;
}) {
  const w = useWords(words);
  const { instant } = useFormats();
  return (
    <li class="stack">
      <span>
        {form.name}{' '}
        <span class="note">
          {w.number(form.number)}, {instant(form.madeAt)}
          {form.inkedAt !== null && `, ${w.inked(instant(form.inkedAt))}`}
        </span>
      </span>
      <div class="row">
        {form.papers.map(paper => (
          <OpenForm
            key={paper}
            {...{ api, code, form: form.id, paper }}
            label={w.papers[paper]}
            about={form.name}
          />
        ))}
        {beside}
      </div>
    </li>
  );
}
