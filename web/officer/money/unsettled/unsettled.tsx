import { useState } from 'preact/hooks';
import type { TreasuryWay, UnsettledList } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { ChoiceField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { Download } from '../download.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { words as shared } from '../words.ts';
import { AtGateway } from './at-gateway.tsx';
import { PaymentCard } from './payment-card.tsx';
import { words } from './words.ts';

/** What waits for the treasury, by gateway and age (khoản chưa quyết toán). */
export function Unsettled() {
  const w = useWords(words);
  const { loading } = useWords(shared);
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'listUnsettled');
  useRoomTitle(w.title);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {!body && error === undefined && <p role="status">{loading}</p>}
      {body && (
        <>
          <div class="grid">
            {body.gateways.map(each => (
              <AtGateway key={each.gateway} sums={each} />
            ))}
          </div>
          <Download
            about={w.title}
            linkOf={async format => (await api.get('getUnsettledFile', { params: { format } })).url}
          />
          <Payments body={body} />
        </>
      )}
    </section>
  );
}

function Payments({ body: { gateways, items } }: { readonly body: UnsettledList }) {
  const w = useWords(words);
  const names = useWords(shared).gateways;
  const { number } = useFormats();
  const [gateway, setGateway] = useState<TreasuryWay | ''>('');
  const shown = items.filter(item => gateway === '' || item.gateway === gateway);
  const all = gateways.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p class="panel">{w.none}</p>;
  return (
    <>
      <ChoiceField
        label={w.which}
        value={gateway}
        onValue={value => setGateway(gateways.find(each => each.gateway === value)?.gateway ?? '')}
        options={[
          { value: '', text: w.all },
          ...gateways.map(each => ({ value: each.gateway, text: names[each.gateway] })),
        ]}
      />
      {items.length < all && <p class="note">{w.first(number(items.length), number(all))}</p>}
      {shown.length === 0 && <p class="panel">{w.none}</p>}
      <ul class="list">
        {shown.map(payment => (
          <PaymentCard key={`${payment.gateway} ${payment.transaction}`} payment={payment} />
        ))}
      </ul>
    </>
  );
}
