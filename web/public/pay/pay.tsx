import type { Answer } from '../../api/client.ts';
import { Refused } from '../../api/problem.ts';
import { type Fact, FactRows } from '../../parts/fact-rows.tsx';
import { Treasury } from '../../parts/treasury.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { PublicPage } from '../page.ts';
import { ByPlatform, ByTransfer } from './ways.tsx';
import { words } from './words.ts';

type Payment = Answer<'getPayment'>;

/** What is to be paid for a dossier, and paying it: for whoever has the link, without signing in, and about nobody. */
export const pay: PublicPage = {
  room: 'pay',
  async show({ query, language, api }) {
    const { title, notFound, noLink } = words[language];
    const { code = '', key = '' } = query;
    if (code === '' || key === '') return { title, content: <Told text={noLink} /> };
    try {
      const payment = await api.get('getPayment', { params: { code, key } });
      return { title, content: <Page payment={payment} link={{ code, key }} /> };
    } catch (error) {
      if (!(error instanceof Refused) || ![400, 404].includes(error.problem.status)) throw error;
      return { title, status: error.problem.status, content: <Told text={notFound} /> };
    }
  },
};

function Told({ text }: { readonly text: string }) {
  const w = useWords(words);
  return (
    <div class="stack prose">
      <h1>{w.title}</h1>
      <p>{text}</p>
    </div>
  );
}

function Page(props: {
  readonly payment: Payment;
  readonly link: { readonly code: string; readonly key: string };
}) {
  const { payment, link } = props;
  const w = useWords(words);
  const owes = payment.owed > 0;
  return (
    <div class="stack prose" data-payment={link.code} data-key={link.key} data-owed={payment.owed}>
      <h1>{w.title}</h1>
      <Facts payment={payment} />
      {payment.treasury && (
        <section class="panel stack">
          <h2>{w.treasury}</h2>
          <Treasury debt={payment.treasury} />
        </section>
      )}
      {payment.notPayable !== null && <p role="status">{payment.notPayable}</p>}
      {payment.vietQr && <ByTransfer qr={payment.vietQr} dossier={payment.dossier} />}
      {owes && payment.notPayable === null && payment.platform.offered && (
        <ByPlatform platform={payment.platform} />
      )}
      <p class="note" role="status" data-follows hidden>
        {w.follows}
      </p>
      <p role="status" data-arrived hidden>
        {w.arrived}
      </p>
    </div>
  );
}

/** That nothing is owed; where something is owed the treasury, that it is no fee. */
function saidOf({ received, treasury }: Payment, w: (typeof words)['vi']): string {
  if (treasury && treasury.left > 0) return w.noFee;
  return received > 0 ? w.paidAll : w.nothing;
}

function Facts({ payment }: { readonly payment: Payment }) {
  const w = useWords(words);
  const { dong } = useFormats();
  const { charged, waived, received, owed, held } = payment;
  const facts: readonly Fact[] = [
    [w.dossier, payment.dossier],
    [w.procedure, payment.procedureName],
    [w.unit, payment.unitName],
    ...(charged > 0 ? [[w.charged, dong(charged)] as const] : []),
    ...(waived > 0 ? [[w.waived, dong(waived)] as const] : []),
    ...(received > 0 ? [[w.received, dong(received)] as const] : []),
    ...(held > 0 ? [[w.held, dong(held)] as const] : []),
  ];
  return (
    <section class="panel stack">
      {owed === 0 && payment.notPayable === null && (
        <p>
          <strong>{saidOf(payment, w)}</strong>
        </p>
      )}
      <dl class="facts">
        <FactRows facts={facts} />
        {owed > 0 && (
          <div>
            <dt>{w.owed}</dt>
            <dd>
              <strong>{dong(owed)}</strong>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
