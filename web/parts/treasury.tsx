import type { TreasuryDebt } from '../api/generated.ts';
import { useWords, wording } from '../wording/language.tsx';
import { useFormats } from '../wording/use-formats.ts';
import { type Fact, FactRows } from './fact-rows.tsx';

const words = wording({
  vi: {
    means:
      'Khoản này nộp vào ngân sách nhà nước theo thông báo của cơ quan thuế. Đây không phải phí, lệ phí của cơ quan giải quyết hồ sơ và không nộp tại trang này.',
    notice: 'Thông báo nộp tiền',
    issued: 'ngày',
    total: 'Tổng số phải nộp',
    paid: 'Đã nộp',
    left: 'Còn phải nộp vào ngân sách',
    payBy: 'Hạn nộp',
    paymentCode: 'Mã định danh khoản phải nộp',
    account: 'Tài khoản kho bạc',
    none: 'Cơ quan thuế thông báo không phải nộp khoản nào.',
    done: 'Đã nộp đủ vào ngân sách nhà nước.',
  },
  en: {
    means:
      'This is paid to the state budget by the notice of the tax office. It is no fee of the agency that handles the dossier, and is not paid on this page.',
    notice: 'Notice of payment',
    issued: 'of',
    total: 'Total',
    paid: 'Paid',
    left: 'Still owed to the treasury',
    payBy: 'To be paid by',
    paymentCode: 'Code of the debt',
    account: 'Account of the treasury',
    none: 'By the notice of the tax office nothing is to be paid.',
    done: 'Paid to the treasury in full.',
  },
});

/** What is owed the treasury for land, and by what it is paid there: only what the notice of the tax office says. */
export function Treasury({ debt }: { readonly debt: TreasuryDebt }) {
  const w = useWords(words);
  const { dong, day } = useFormats();
  const { number, issuedOn, dueOn, lines, total, paid, left, treasury, paymentCode } = debt;
  const facts: readonly Fact[] = [
    [w.notice, `${number}, ${w.issued} ${day(issuedOn)}`],
    ...lines.map(line => [line.name, dong(line.amount)] as const),
    ...(lines.length > 1 ? [[w.total, dong(total)] as const] : []),
    ...(paid > 0 ? [[w.paid, dong(paid)] as const] : []),
    ...(left > 0 && dueOn ? [[w.payBy, day(dueOn)] as const] : []),
    ...(left > 0 && paymentCode ? [[w.paymentCode, paymentCode] as const] : []),
    ...(left > 0 && treasury
      ? [[w.account, `${treasury.number}, ${treasury.holder}, ${treasury.at}`] as const]
      : []),
  ];
  return (
    <>
      {total > 0 && <p>{w.means}</p>}
      <dl class="facts">
        {left > 0 && (
          <div>
            <dt>{w.left}</dt>
            <dd>
              <strong>{dong(left)}</strong>
            </dd>
          </div>
        )}
        <FactRows facts={facts} />
      </dl>
      {left === 0 && <p>{total === 0 ? w.none : w.done}</p>}
    </>
  );
}
