import type { Answer } from '../api/client.ts';
import { useWords } from '../wording/language.tsx';
import { words } from './words.ts';

export type Document = NonNullable<NonNullable<Answer<'lookAtPad'>['request']>['document']>;
type Block = Document['blocks'][number];

/** What the file says, in letters that are readable on a tablet; it scrolls by itself, above the field to sign in. */
export function DocumentText({ document }: { readonly document: Document }) {
  const w = useWords(words);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys.
    <section class="panel stack document" aria-label={w.document} tabIndex={0} lang="vi">
      <div class="row apart note">
        <span>{document.agency}</span>
        <span>{document.number}</span>
      </div>
      <h1>{document.title}</h1>
      <p>
        {document.subtitle}
        <br />
        <span class="note">{document.placeAndDate}</span>
      </p>
      {document.blocks.map((block, index) => (
        <BlockText key={index} block={block} />
      ))}
      <p class="note">
        {document.mark}.{' '}
        <a class="ds-link" href={document.url} target="_blank" rel="noreferrer noopener">
          {w.file}
        </a>
      </p>
    </section>
  );
}

function BlockText({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'fact':
      return (
        <p>
          {block.label}: {block.strong ? <strong>{block.value}</strong> : block.value}
        </p>
      );
    case 'text':
      return <p class="pre">{block.text}</p>;
    case 'table':
      return (
        <ul>
          {block.rows.map(([order, ...cells]) => (
            <li key={order}>{cells.filter(Boolean).join(' – ')}</li>
          ))}
        </ul>
      );
  }
}
