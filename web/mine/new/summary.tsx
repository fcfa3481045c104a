import { useEffect, useRef } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { idsOf, type SentFile } from '../../upload/uploads.ts';
import { feeText } from '../../wording/fee-text.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { returnWords } from '../../wording/return-words.ts';
import { useFormats } from '../../wording/use-formats.ts';
import { useUnitName } from '../account.tsx';
import type { Entered } from './entered.ts';

const words = wording({
  vi: {
    title: 'Kiểm tra trước khi nộp',
    receiving: 'Nơi tiếp nhận',
    name: 'Chủ hồ sơ',
    number: 'Số giấy tờ',
    contact: 'Liên hệ',
    returned: 'Nhận kết quả',
    fee: 'Phí, lệ phí',
    papers: 'Giấy tờ',
    files: (count: number) => `${count} tệp`,
    none: 'Chưa có tệp nào.',
    missing: 'Còn thiếu giấy tờ bắt buộc:',
    whenAsked: 'nộp bằng mã VietQR, trực tuyến hoặc tại quầy khi được yêu cầu',
    reliefAsked: 'đã đề nghị miễn, giảm: cán bộ xác nhận khi tiếp nhận',
  },
  en: {
    title: 'Check before you submit',
    receiving: 'Received by',
    name: 'Applicant',
    number: 'Number',
    contact: 'Contact',
    returned: 'Result',
    fee: 'Fee',
    papers: 'Papers',
    files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    none: 'There are no files yet.',
    missing: 'Required papers are missing:',
    whenAsked: 'paid by VietQR code, online or at a counter when asked for',
    reliefAsked: 'a relief is asked for: an officer confirms it at acceptance',
  },
});

/** All that will be sent, once more in one place. */
export function Summary(props: {
  readonly procedure: Answer<'getProcedure'>['procedure'];
  readonly entered: Entered;
  readonly files: readonly SentFile[];
}) {
  const w = useWords(words);
  const returning = useWords(returnWords);
  const fees = useWords(feeText);
  const formats = useFormats();
  const unitName = useUnitName();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { procedure, entered, files } = props;
  const fee = procedure.methods.find(({ channel }) => channel === 'online')?.fee;
  const counted = procedure.components.map(each => ({
    ...each,
    count: idsOf(files, each.id).length + (entered.reused[each.id] === undefined ? 0 : 1),
  }));
  const given = counted.filter(each => each.count > 0);
  const missing = counted.filter(each => each.required && each.count === 0);
  const contact = [entered.phone, entered.email, entered.address]
    .filter(text => text.trim() !== '')
    .join(', ');
  return (
    <section class="panel stack">
      <h2 ref={title} tabIndex={-1}>
        {w.title}
      </h2>
      {missing.length > 0 && (
        <div class="ds-alert" data-color="warning">
          <div class="stack">
            <p>{w.missing}</p>
            <ul>
              {missing.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <dl class="facts">
        <dt>{w.receiving}</dt>
        <dd>{unitName(entered.receivingUnit)}</dd>
        <dt>{w.name}</dt>
        <dd>{entered.name}</dd>
        <dt>{w.number}</dt>
        <dd>{entered.number}</dd>
        {contact && (
          <>
            <dt>{w.contact}</dt>
            <dd>{contact}</dd>
          </>
        )}
        <dt>{w.returned}</dt>
        <dd>
          {returning[entered.returnBy]}
          {entered.returnBy === 'post' && `: ${entered.returnAddress}`}
        </dd>
        {fee && (
          <>
            <dt>{w.fee}</dt>
            <dd>
              {fees(fee, formats)}
              {fee.kind !== 'free' &&
                `, ${Object.keys(entered.reliefs).length > 0 ? w.reliefAsked : w.whenAsked}`}
            </dd>
          </>
        )}
      </dl>
      <h3>{w.papers}</h3>
      {given.length === 0 && <p>{w.none}</p>}
      <ul>
        {given.map(({ id, name, count }) => (
          <li key={id}>
            {name} – <strong>{w.files(count)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
