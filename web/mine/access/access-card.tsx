import { type Access, partNames, readerNames } from '../../wording/access-words.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { roleNames } from '../../wording/roles.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useUnitName } from '../account.tsx';

const words = wording({
  vi: { what: 'Đã xem', why: 'Căn cứ', stated: 'Lý do người xem nêu', of: 'Hồ sơ' },
  en: { what: 'Was shown', why: 'Because', stated: 'Reason given', of: 'Dossier' },
});

/** One reading of the applicant's data: who, when, what, and why they were allowed to. */
export function AccessCard({ record }: { readonly record: Access }) {
  const w = useWords(words);
  const parts = useWords(partNames);
  const readers = useWords(readerNames);
  const roles = useWords(roleNames);
  const formats = useFormats();
  const unitName = useUnitName();
  const { reader } = record;
  const who = [
    reader.roles.length > 0 ? reader.roles.map(role => roles[role]).join(', ') : readers[reader.kind],
    reader.unit ? unitName(reader.unit) : reader.account,
  ].filter(Boolean);
  return (
    <li class="panel card stack">
      <h2>
        {formats.instant(record.at)} – {who.join(', ')}
      </h2>
      <dl class="facts">
        <dt>{w.what}</dt>
        <dd>{record.parts.map(part => parts[part]).join(', ')}</dd>
        <dt>{w.of}</dt>
        <dd>
          {record.dossiers.map(({ code }) => (
            <div key={code}>
              <a class="ds-link" href={`/mine/dossiers/${code}`}>
                {code}
              </a>
            </div>
          ))}
        </dd>
        <dt>{w.why}</dt>
        <dd>{record.reason}</dd>
        {record.stated !== null && (
          <>
            <dt>{w.stated}</dt>
            <dd>{record.stated}</dd>
          </>
        )}
      </dl>
    </li>
  );
}
