import type { Answer } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';

const words = wording({
  vi: { files: (count: number) => `${count} tệp` },
  en: { files: (count: number) => (count === 1 ? '1 file' : `${count} files`) },
});

export type StorePaper = Answer<'searchStore'>['items'][number]['papers'][number];

/** A paper that the national store has: what it is, its number, who issued it. */
export function StorePaperLine({ paper }: { readonly paper: StorePaper }) {
  const w = useWords(words);
  const { name, number, agency, files } = paper;
  return (
    <span>
      {name} <strong>{number}</strong>{' '}
      <span class="note">
        {agency === '' ? '' : `${agency} · `}
        {w.files(files.length)}
      </span>
    </span>
  );
}
