import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { feeText } from '../../wording/fee-text.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import type { Dossier } from './dossier-page.tsx';
import { Receipts } from './receipts.tsx';

const words = wording({
  vi: {
    title: 'Phí, lệ phí',
    fee: 'Mức phí, lệ phí',
    due: 'Phải nộp',
    paid: 'Đã nộp',
    nothing: 'Hồ sơ này không phải nộp phí, lệ phí.',
    cash: 'tiền mặt',
    transfer: 'chuyển khoản',
    online: 'trực tuyến',
    receipt: 'biên lai',
  },
  en: {
    title: 'Fee',
    fee: 'Fee',
    due: 'To be paid',
    paid: 'Paid',
    nothing: 'There is no fee for this dossier.',
    cash: 'in cash',
    transfer: 'by transfer',
    online: 'online',
    receipt: 'receipt',
  },
});

/** The fee and what was paid of it. */
export function Payments({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {dossier.money === 'none' && dossier.fee?.kind !== 'perUnit' ? (
        <p>{w.nothing}</p>
      ) : (
        <Paid dossier={dossier} />
      )}
    </section>
  );
}

function Paid({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const fees = useWords(feeText);
  const formats = useFormats();
  const { api } = useAccount();
  const { body, error, reload } = useAnswer(api, 'listPayments', { params: { code: dossier.code } });
  const { fee, amountDue, money } = dossier;
  return (
    <>
      <dl class="facts">
        {fee && (
          <>
            <dt>{w.fee}</dt>
            <dd>{fees(fee, formats)}</dd>
          </>
        )}
        {money === 'due' && amountDue !== null && (
          <>
            <dt>{w.due}</dt>
            <dd>
              <strong>{formats.dong(amountDue)}</strong>
            </dd>
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
