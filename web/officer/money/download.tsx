import { OpenButton } from '../../parts/open-button.tsx';
import { useWords } from '../../wording/language.tsx';
import { words } from './words.ts';

type Format = 'csv' | 'xlsx';

/** Buttons that download what is shown, as CSV and for spreadsheets. */
export function Download(props: {
  readonly about: string;
  readonly linkOf: (format: Format) => Promise<string>;
}) {
  const w = useWords(words);
  return (
    <div class="row">
      <span>{w.download}</span>
      {(['xlsx', 'csv'] as const).map(format => (
        <OpenButton key={format} label={w[format]} about={props.about} linkOf={() => props.linkOf(format)} />
      ))}
    </div>
  );
}
