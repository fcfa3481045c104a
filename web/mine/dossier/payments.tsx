import { Bill } from '../../parts/bill.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fee } from '../../parts/fee.tsx';
import { Treasury } from '../../parts/treasury.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import { isOwed } from '../asked-of-me.ts';
import type { Dossier } from './dossier-page.tsx';
import { Receipts } from './receipts.tsx';

const words = wording({
  vi: {
    title: 'Phí, lệ phí',
    treasury: 'Nghĩa vụ tài chính về đất đai (nộp vào ngân sách nhà nước)',
    printable: 'Trang thông tin để đi nộp',
    fee: 'Mức phí, lệ phí',
    bill: 'Cách tính',
    due: 'Phải nộp',
    back: 'Nộp thừa',
    refunded: (amount: string) => `${amount}, sẽ được hoàn trả`,
    waived: 'Không: ông/bà được miễn.',
    paid: 'Đã nộp',
    nothing: 'Hồ sơ này không phải nộp phí, lệ phí.',
    cash: 'tiền mặt',
    transfer: 'chuyển khoản',
    online: 'trực tuyến',
    payNow: 'Nộp trực tuyến hoặc bằng mã VietQR',
    receipt: 'biên lai',
  },
  en: {
    title: 'Fee',
    treasury: 'Land obligation (paid to the treasury)',
    printable: 'Page with what is needed to pay',
    fee: 'Fee',
    bill: 'How it is worked out',
    due: 'To be paid',
    back: 'Paid too much',
    refunded: (amount: string) => `${amount}, which goes back to you`,
    waived: 'Nothing: it is waived.',
    paid: 'Paid',
    nothing: 'There is no fee for this dossier.',
    cash: 'in cash',
    transfer: 'by transfer',
    online: 'online',
    payNow: 'Pay online or by VietQR code',
    receipt: 'receipt',
  },
});

/** The fee and what was paid of it; apart from it, what is owed the treasury. */
export function Payments({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  return (
    <>
      {dossier.landTax && <OwedTreasury code={dossier.code} />}
      <section class="panel stack">
        <h2>{w.title}</h2>
        {dossier.money === 'none' && (dossier.fee === null || dossier.amountDue === 0) ? (
          <p>{w.nothing}</p>
        ) : (
          <Paid dossier={dossier} />
        )}
      </section>
    </>
  );
}

function OwedTreasury({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'listPayments', { params: { code } });
  if (error !== undefined) return <Failure error={error} again={reload} />;
  if (!body?.treasury) return null;
  return (
    <section class="panel stack">
      <h2>{w.treasury}</h2>
      <Treasury debt={body.treasury} />
      {body.treasury.left > 0 && body.link && (
        <p>
          <a class="ds-link" href={body.link}>
            {w.printable}
          </a>
        </p>
      )}
    </section>
  );
}

function Paid({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const formats = useFormats();
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'listPayments', { params: { code: dossier.code } });
  const { fee, bill, money } = dossier;
  const due = body && body.owed > 0 ? body.owed : dossier.amountDue;
  return (
    <>
      <dl class="facts">
        {fee && (
          <>
            <dt>{w.fee}</dt>
            <dd>
              <Fee fee={fee} />
            </dd>
          </>
        )}
        {bill && (bill.lines.length > 1 || bill.relieved > 0) && (
          <>
            <dt>{w.bill}</dt>
            <dd>
              <Bill bill={bill} />
            </dd>
          </>
        )}
        {money === 'waived' && (
          <>
            <dt>{w.due}</dt>
            <dd>
              <strong>{w.waived}</strong>
            </dd>
          </>
        )}
        {isOwed(money) && due !== null && (
          <>
            <dt>{w.due}</dt>
            <dd>
              <strong>{formats.dong(due)}</strong>
            </dd>
          </>
        )}
        {body?.link && (body.owed > 0 || !body.treasury) && (
          <>
            <dt>{w.online}</dt>
            <dd>
              <a class="ds-button" href={body.link}>
                {w.payNow}
              </a>
            </dd>
          </>
        )}
        {body !== undefined && body.held > 0 && (
          <>
            <dt>{w.back}</dt>
            <dd>{w.refunded(formats.dong(body.held))}</dd>
          </>
        )}
        {body?.payments.map(payment => (
          <>
            <dt>{w.paid}</dt>
            <dd>
              {formats.dong(payment.amount)}, {w[payment.method]}, {formats.instant(payment.at)}
              {payment.receipt !== null && ` (${w.receipt} ${payment.receipt})`}
            </dd>
          </>
        ))}
      </dl>
      <Receipts code={dossier.code} />
      {error !== undefined && <Failure error={error} again={reload} />}
    </>
  );
}
