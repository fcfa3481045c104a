import { useState } from 'preact/hooks';
import type { Answer } from '../../../api/client.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { amountOf } from '../../../wording/typed-amount.ts';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { words } from './words.ts';

interface Props {
  readonly code: string;
  readonly refundable: Answer<'listPayments'>['refundable'];
  readonly onDone: () => void;
}

const SOURCES = ['held', 'received'] as const;

/** The way to ask that money goes back, where there is any. */
export function AskRefund({ code, refundable, onDone }: Props) {
  const w = useWords(words);
  const [asks, setAsks] = useState(false);
  if (SOURCES.every(source => refundable[source] === 0)) return null;
  return (
    <div>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setAsks(true)}
      >
        {w.ask}
      </button>
      {asks && <AskDialog {...{ code, refundable, onDone }} onClose={() => setAsks(false)} />}
    </div>
  );
}

function AskDialog({ code, refundable, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { dong } = useFormats();
  const sources = SOURCES.filter(source => refundable[source] > 0);
  const [of, setOf] = useState<(typeof SOURCES)[number]>(sources[0] ?? 'held');
  const [amount, setAmount] = useState(String(refundable[of]));
  const [reason, setReason] = useState('');
  const action = useAction(async key => {
    // What is no amount the API refuses, and says why.
    const asked = amountOf(amount.trim()) as number;
    const body = { amount: asked, of, believed: refundable[of], reason };
    await api.ask('requestRefund', { params: { code }, body, key });
    onClose();
    onDone();
  });
  const choose = (value: string) => {
    const chosen = value === 'received' ? 'received' : 'held';
    setOf(chosen);
    setAmount(String(refundable[chosen]));
  };
  return (
    <Dialog title={w.ask} onClose={onClose}>
      <ChoiceField
        label={w.source}
        value={of}
        onValue={choose}
        options={sources.map(value => ({
          value,
          text: w.upTo(w.sources[value], dong(refundable[value])),
        }))}
      />
      <TextField
        label={w.amount}
        value={amount}
        onValue={setAmount}
        inputMode="numeric"
        fault={action.faultOf('/amount')}
        required
      />
      <TextField
        label={w.reason}
        value={reason}
        onValue={setReason}
        rows={3}
        fault={action.faultOf('/reason')}
        required
      />
      <ActButton action={action} label={w.send} />
    </Dialog>
  );
}
