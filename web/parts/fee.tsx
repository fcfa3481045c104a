import type { Fee as PublishedFee } from '../api/generated.ts';
import { feeLines } from '../wording/fee-text.ts';
import { useWords } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';

/** A published fee: one amount as text, a table as a list. */
export function Fee({ fee }: { readonly fee: PublishedFee }) {
  const lines = useWords(feeLines)(fee, useFormats());
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul>
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
