import type { ComponentChildren } from 'preact';
import type { Answer, Client } from '../api/client.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { OpenButton } from './open-button.tsx';

const words = wording({
  vi: {
    receipt: 'Biên lai',
    page: 'Xem (PDF)',
    signed: 'Tải bản gốc (XML)',
    gone: 'Hiện không có tệp biên lai để mở.',
    providers: { vnpt: 'VNPT phát hành', viettel: 'Viettel phát hành' },
    kinds: {
      original: '',
      replacement: 'thay thế',
      increase: 'điều chỉnh tăng',
      decrease: 'điều chỉnh giảm',
      information: 'điều chỉnh thông tin',
    },
    states: { stands: '', adjusted: 'đã được điều chỉnh', replaced: 'đã được thay thế' },
  },
  en: {
    receipt: 'Receipt',
    page: 'Open (PDF)',
    signed: 'The signed original (XML)',
    gone: 'There is no file of the receipt to open now.',
    providers: { vnpt: 'issued by VNPT', viettel: 'issued by Viettel' },
    kinds: {
      original: '',
      replacement: 'replacement',
      increase: 'adjusted upwards',
      decrease: 'adjusted downwards',
      information: 'details adjusted',
    },
    states: { stands: '', adjusted: 'adjusted later', replaced: 'replaced later' },
  },
});

export type Receipt = Answer<'listReceipts'>['receipts'][number];

/**
 * Electronic receipts, each with its page and, where it was issued here, the signed file, by links that are asked for
 * at the click.
 */
export function ReceiptList(props: {
  readonly api: Client;
  readonly code: string;
  readonly receipts: readonly Receipt[];
  readonly beside?: (receipt: Receipt) => ComponentChildren;
}) {
  const { api, code, receipts, beside } = props;
  const w = useWords(words);
  const { dong, day } = useFormats();
  const linkOf = async (id: string, file: 'xml' | 'pdf') => {
    const found = (await api.get('listReceipts', { params: { code } })).receipts.find(
      ({ receipt }) => receipt === id,
    );
    const url = found?.[file] ?? null;
    if (url === null) throw new Error(w.gone);
    return url;
  };
  if (receipts.length === 0) return null;
  return (
    <ul>
      {receipts.map(each => (
        <li key={each.receipt}>
          {[
            `${w.receipt} ${each.receipt}`,
            w.kinds[each.kind],
            dong(each.amount),
            day(each.date),
            w.states[each.state],
            each.provider === null ? '' : w.providers[each.provider],
          ]
            .filter(text => text !== '')
            .join(' · ')}{' '}
          <OpenButton label={w.page} about={each.receipt} linkOf={() => linkOf(each.receipt, 'pdf')} />
          {each.xml !== null && (
            <OpenButton label={w.signed} about={each.receipt} linkOf={() => linkOf(each.receipt, 'xml')} />
          )}
          {beside?.(each)}
        </li>
      ))}
    </ul>
  );
}
