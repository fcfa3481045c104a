import { useState } from 'preact/hooks';
import { CheckField } from '../../parts/check-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { type Entered, membersOf } from '../decision/decision-body.ts';
import { askedFor, collectionFields } from '../decision/decision-fields.ts';
import { DecisionInput } from '../decision/decision-input.tsx';
import { useDesk } from '../desk.tsx';
import { chargeChoices } from '../fees/charge-choices.ts';
import type { Dossier } from './dossier.tsx';

const words = wording({
  vi: {
    title: 'Trả kết quả',
    recall: 'Thu hồi kết quả trả nhầm',
    recallMeans:
      'Hồ sơ vẫn là đã trả kết quả, ngày trả không đổi. Chủ hồ sơ thấy rằng kết quả trả nhầm đang được thu hồi.',
    recalled: 'Kết quả đã trả nhầm người, đang thu hồi.',
    corrected: 'Bản đính chính chờ trả cho chủ hồ sơ.',
    recovered: 'Đã thu lại được bản giấy',
    reason: 'Lý do',
    again: 'Trả lại cho chủ hồ sơ',
    send: 'Ghi nhận',
  },
  en: {
    title: 'Return of the result',
    recall: 'Recall a result from the wrong person',
    recallMeans: 'The dossier stays returned, on the same day. Its owner sees that the result is recalled.',
    recalled: 'The result went to the wrong person and is recalled.',
    corrected: 'The corrected result waits for its owner.',
    recovered: 'The paper is back at the office',
    reason: 'Reason',
    again: 'Return it to its owner',
    send: 'Record',
  },
});

/** A result that was handed over or posted: called back where it went to the wrong person, and returned again. */
export function Recall({
  dossier,
  onChanged,
}: {
  readonly dossier: Dossier;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const { is } = useDesk();
  const [open, setOpen] = useState(false);
  const { code, delivery, returnBy, handling } = dossier;
  if (handling !== 'returned' || returnBy === 'electronic' || !is('reception', 'leader')) return null;
  const corrected = delivery === 'ready';
  const again = delivery === 'recalled' || corrected;
  const done = () => {
    setOpen(false);
    onChanged();
  };
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      {again && <p role="status">{corrected ? w.corrected : w.recalled}</p>}
      <div>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          onClick={() => setOpen(true)}
        >
          {again ? w.again : w.recall}…
        </button>
      </div>
      {open && (
        <Dialog title={again ? w.again : w.recall} onClose={() => setOpen(false)}>
          {again ? (
            <AgainForm code={code} returnBy={returnBy} onDone={done} />
          ) : (
            <RecallForm code={code} onDone={done} />
          )}
        </Dialog>
      )}
    </section>
  );
}

interface FormProps {
  readonly code: string;
  readonly onDone: () => void;
}

function RecallForm({ code, onDone }: FormProps) {
  const w = useWords(words);
  const { api } = useDesk();
  const [reason, setReason] = useState('');
  const [recovered, setRecovered] = useState(false);
  const action = useAction(async key => {
    await api.ask('recallResult', { params: { code }, body: { reason, recovered }, key });
    onDone();
  });
  return (
    <div class="stack">
      <p>{w.recallMeans}</p>
      <TextField
        label={w.reason}
        value={reason}
        onValue={setReason}
        rows={3}
        fault={action.faultOf('/reason')}
        required
      />
      <CheckField checked={recovered} onChecked={setRecovered}>
        {w.recovered}
      </CheckField>
      {action.error !== undefined && <Failure error={action.error} brief />}
      <Send action={action} />
    </div>
  );
}

const NOTHING = { papers: [], steps: [], agencies: [], pauses: [], charge: chargeChoices(undefined) };

function AgainForm({ code, returnBy, onDone }: FormProps & Pick<Dossier, 'returnBy'>) {
  const fields = collectionFields(returnBy);
  const { api } = useDesk();
  const [entered, setEntered] = useState<Entered>({});
  const action = useAction(async key => {
    const body = membersOf(fields, entered);
    await api.ask('returnAgain', { params: { code }, body, key });
    onDone();
  });
  return (
    <div class="stack">
      {askedFor(fields, entered).map(field => (
        <DecisionInput
          key={field.name}
          field={field}
          value={entered[field.name]}
          onValue={value => setEntered({ ...entered, [field.name]: value })}
          fault={action.faultOf(`/${field.name}`)}
          choices={NOTHING}
          entered={entered}
        />
      ))}
      {action.error !== undefined && <Failure error={action.error} brief />}
      <Send action={action} />
    </div>
  );
}

function Send({ action }: { readonly action: ReturnType<typeof useAction> }) {
  const w = useWords(words);
  return (
    <div>
      <button type="button" class="ds-button" disabled={action.busy} onClick={() => void action.run()}>
        {w.send}
      </button>
    </div>
  );
}
