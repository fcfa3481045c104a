import type { Answer } from '../../../api/client.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { words } from './words.ts';

/** What came in, and what the applicant was asked to pay online. */
export function PaymentLines({ money }: { readonly money: Answer<'listPayments'> }) {
  const w = useWords(words);
  const { dong, instant } = useFormats();
  const { payments, requests } = money;
  return (
    <>
      {payments.length > 0 && <h3>{w.payments}</h3>}
      <ul>
        {payments.map(({ at, amount, applied, method, gateway, receipt }, nth) => (
          <li key={`${at} ${nth}`}>
            {dong(amount)}, {w.methods[method]}
            {gateway !== null && ` (${w.gateways[gateway]})`}, {instant(at)}
            {applied < amount && ` · ${w.applied(dong(applied))}`}
            {receipt !== null && ` · ${w.receipt(receipt)}`}
          </li>
        ))}
      </ul>
      {requests.length > 0 && <h3>{w.requests}</h3>}
      <ul>
        {requests.map(({ reference, gateway, amount, at, state }) => (
          <li key={reference}>
            {dong(amount)}, {w.gateways[gateway]}, {instant(at)}: {w.requestStates[state]}{' '}
            <span class="code">{reference}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
