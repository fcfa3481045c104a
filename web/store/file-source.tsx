import type { Answer } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';

const words = wording({ vi: { from: 'Từ Kho quốc gia' }, en: { from: 'From the national store' } });

type Source = Answer<'getDossier'>['components'][number]['files'][number]['source'];

/** Where a file came from that nobody uploaded; nothing for those that were. */
export function FileSource({ source }: { readonly source: Source }) {
  const w = useWords(words);
  if (!source) return null;
  const { name, number, agency } = source;
  return (
    <span class="note">
      {' · '}
      {w.from}: {[name, number, agency].filter(text => text !== '').join(', ')}
    </span>
  );
}
