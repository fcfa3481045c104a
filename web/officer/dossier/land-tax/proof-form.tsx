import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { words } from './words.ts';

/** Records a document of the citizen which says that the treasury has the money. */
export function ProofForm(props: {
  readonly code: string;
  readonly notice: string;
  readonly left: number;
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const [document, setDocument] = useState('');
  const [amount, setAmount] = useState(String(props.left));
  const [paidOn, setPaidOn] = useState('');
  const action = useAction(async key => {
    const body = { notice: props.notice, document: document.trim(), amount: Number(amount), paidOn };
    await api.ask('recordLandProof', { params: { code: props.code }, body, key });
    props.onDone();
  });
  const ready = document.trim() !== '' && /^\d+$/.test(amount) && paidOn !== '';
  return (
    <details class="ds-details">
      <summary>{w.proof}</summary>
      <div class="stack">
        <p>{w.proofMeans}</p>
        <TextField
          label={w.document}
          value={document}
          onValue={setDocument}
          fault={action.faultOf('/document')}
        />
        <TextField
          label={w.amount}
          value={amount}
          onValue={setAmount}
          inputMode="numeric"
          fault={action.faultOf('/amount')}
        />
        <TextField
          label={w.paidOn}
          type="date"
          value={paidOn}
          onValue={setPaidOn}
          fault={action.faultOf('/paidOn')}
        />
        {action.error !== undefined && <Failure error={action.error} />}
        <div>
          <button
            type="button"
            class="ds-button"
            disabled={action.busy || !ready}
            onClick={() => void action.run()}
          >
            {w.record}
          </button>
        </div>
      </div>
    </details>
  );
}
