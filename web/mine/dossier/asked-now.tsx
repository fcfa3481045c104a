import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount, useUnitName } from '../account.tsx';
import { type Asked, askedOf, isOwed } from '../asked-of-me.ts';
import { askedWords } from '../asked-words.ts';
import type { Dossier } from './dossier-page.tsx';
import { SupplementForm } from './supplement-form.tsx';

const words = wording({
  vi: {
    amount: 'Số tiền:',
    before: 'Đề nghị nộp trước:',
    payNow: 'Nộp ngay, trực tuyến hoặc bằng mã VietQR',
    atCounter: (unit: string) => `Cũng có thể nộp tại bộ phận tiếp nhận và trả kết quả của ${unit}.`,
    byNotice:
      'Hồ sơ chờ hoàn thành nghĩa vụ tài chính (thuế, đất đai). Xem thông báo của cơ quan ở mục “Hồ sơ đã qua những bước nào” bên dưới.',
    stands: 'Thời hạn giải quyết tạm dừng cho đến khi hoàn thành.',
    collect: (unit: string) => `Mời ông/bà đến nhận tại ${unit}; mang theo giấy hẹn và giấy tờ tùy thân.`,
    post: 'Kết quả sẽ được gửi qua bưu chính đến địa chỉ ông/bà đã ghi.',
    electronic: 'Kết quả bản điện tử ở ngay bên dưới.',
  },
  en: {
    amount: 'Amount:',
    before: 'Please pay before:',
    payNow: 'Pay now, online or by VietQR code',
    atCounter: (unit: string) => `It can also be paid at the counter of ${unit}.`,
    byNotice:
      'The dossier waits for a sum that the tax office asks for. The agency’s notice is below, under “What happened so far”.',
    stands: 'The time limit stands still until then.',
    collect: (unit: string) => `Please collect it at ${unit}; bring your receipt and an identity paper.`,
    post: 'It will be sent by post to the address that you gave.',
    electronic: 'The electronic result is just below.',
  },
});

/** What the dossier waits for from its applicant, first on the page; nothing if it does not wait for them. */
export function AskedNow(props: { readonly dossier: Dossier; readonly onSupplemented: () => void }) {
  const asking = useWords(askedWords);
  const { dossier } = props;
  const asked = askedOf(dossier);
  if (asked === undefined) return null;
  return (
    <section class={`panel stack card${asked === 'payLater' ? '' : ' asks'}`}>
      <h2>{asking[asked]}</h2>
      {asked === 'supplement' ? (
        <>
          <SupplementForm dossier={dossier} onSent={props.onSupplemented} />
          {dossier.acceptedAt !== null && isOwed(dossier.money) && (
            <>
              <h3>{asking.payLater}</h3>
              <PayNow dossier={dossier} />
            </>
          )}
        </>
      ) : asked === 'collect' ? (
        <Collect dossier={dossier} />
      ) : (
        <Pay dossier={dossier} asked={asked} />
      )}
    </section>
  );
}

function Pay({ dossier, asked }: { readonly dossier: Dossier; readonly asked: Asked }) {
  const w = useWords(words);
  const stands = dossier.handling === 'awaitingPayment' && w.stands;
  if (asked === 'obligation')
    return (
      <p>
        {w.byNotice} {stands}
      </p>
    );
  return (
    <>
      <PayNow dossier={dossier} />
      {stands && <p>{stands}</p>}
    </>
  );
}

/** What is left to pay, and where: by the link at once, or at the counter. */
function PayNow({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const formats = useFormats();
  const unitName = useUnitName();
  const { api } = useAccount();
  const { body } = useAnswer(api, 'listPayments', { params: { code: dossier.code } });
  // Without an account nothing was counted yet.
  const amount = body && body.owed > 0 ? body.owed : dossier.amountDue;
  const before = dossier.tasks.find(({ phase }) => phase === 'payment')?.dueAt;
  return (
    <>
      {amount !== null && (
        <p>
          {w.amount} <strong>{formats.dong(amount)}</strong>
        </p>
      )}
      {before !== undefined && (
        <p>
          {w.before} <strong>{formats.instant(before)}</strong>
        </p>
      )}
      {body?.link && (
        <p>
          <a class="ds-button" href={body.link}>
            {w.payNow}
          </a>
        </p>
      )}
      <p>{w.atCounter(unitName(dossier.receivingUnit))}</p>
    </>
  );
}

function Collect({ dossier }: { readonly dossier: Dossier }) {
  const w = useWords(words);
  const unitName = useUnitName();
  if (dossier.returnBy === 'counter') return <p>{w.collect(unitName(dossier.receivingUnit))}</p>;
  return <p>{w[dossier.returnBy]}</p>;
}
