import type { ComponentChildren } from 'preact';
import type { Answer, Client } from '../api/client.ts';
import { Failure } from '../parts/failure.tsx';
import { useAnswer } from '../parts/use-answer.ts';
import { useWords } from '../wording/language.tsx';
import { OpenForm } from './open-form.tsx';
import { words } from './words.ts';

/** The receipt of an accepted dossier as the form that the law prescribes, on each paper it is printed on. */
export function ReceiptFile({
  api,
  code,
  beside,
}: {
  readonly api: Client;
  readonly code: string;
  readonly beside?: (receipt: Answer<'listForms'>['items'][number]) => ComponentChildren;
}) {
  const w = useWords(words);
  const forms = useAnswer(api, 'listForms', { params: { code } });
  const receipt = forms.body?.items.find(({ kind }) => kind === 'receipt');
  if (!receipt)
    return forms.error === undefined ? null : <Failure error={forms.error} again={forms.reload} />;
  return (
    <div class="row">
      <span>{w.receipt}:</span>
      {receipt.papers.map(paper => (
        <OpenForm
          key={paper}
          {...{ api, code, form: receipt.id, paper }}
          label={w.papers[paper]}
          about={receipt.name}
        />
      ))}
      {beside?.(receipt)}
    </div>
  );
}
