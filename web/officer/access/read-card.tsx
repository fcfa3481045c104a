import { type Access, partNames, readerNames } from '../../wording/access-words.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: { dossiers: 'Hồ sơ', stated: 'Lý do nêu ra', asked: 'Đã hỏi' },
  en: { dossiers: 'Dossiers', stated: 'Reason given', asked: 'Asked' },
});

/** One read: who, when, what of which dossiers, and why. */
export function ReadCard({ record }: { readonly record: Access }) {
  const w = useWords(words);
  const parts = useWords(partNames);
  const readers = useWords(readerNames);
  const { unitName } = useDesk();
  const { instant } = useFormats();
  const { reader } = record;
  return (
    <li class="panel">
      <strong>
        {readers[reader.kind]} {reader.account}
      </strong>{' '}
      <span class="note">
        {instant(record.at)}
        {reader.unit && ` · ${unitName(reader.unit)}`}
      </span>
      <p>
        {record.parts.map(part => parts[part]).join(', ')} · {record.reason}
      </p>
      {record.dossiers.length > 0 && (
        <p class="note">
          {w.dossiers}: {record.dossiers.map(({ code }) => code).join(', ')}
        </p>
      )}
      {record.stated && (
        <p class="note">
          {w.stated}: {record.stated}
        </p>
      )}
      {record.asked && (
        <p class="note">
          {w.asked}: {record.asked}
        </p>
      )}
    </li>
  );
}
