import { allFaults } from '../../../parts/faults.ts';
import { useWords, wording } from '../../../wording/language.tsx';

const words = wording({
  vi: { title: 'Những chỗ chưa đúng trong tệp của quy trình mẫu' },
  en: { title: 'What is wrong in the file of the template' },
});

const TEMPLATE = '/template';

/** What the API finds wrong with the template itself, each with its place in the file: no field shows it. */
export function TemplateFaults({ error }: { readonly error: unknown }) {
  const w = useWords(words);
  const ofFile = allFaults(error).filter(({ pointer }) => pointer.startsWith(TEMPLATE));
  if (ofFile.length === 0) return null;
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <ul>
        {ofFile.map(({ pointer, message }) => (
          <li key={pointer + message}>
            {pointer.slice(TEMPLATE.length)}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
