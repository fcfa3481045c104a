import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

type Pads = Answer<'listPads'>['items'];

/** Asks for a code and shows it until a tablet took it. What stands behind `#` is sent to no server. */
export function PairPad(props: {
  readonly unit: string;
  readonly pads: Pads;
  readonly onPaired: () => void;
  readonly onDone: () => void;
}) {
  const w = useWords(words);
  const { api } = useDesk();
  const { time } = useFormats();
  const [name, setName] = useState('');
  const [pairing, setPairing] = useState<Answer<'pairPad'>>();
  const action = useAction(async key => {
    setPairing(await api.get('pairPad', { params: { code: props.unit }, body: { name }, key }));
    props.onPaired();
  });
  const taken = props.pads.some(({ id, state }) => id === pairing?.id && state === 'paired');
  useEffect(() => {
    if (taken) props.onDone();
  }, [taken]);
  const address = `${location.origin}/pad`;
  return (
    <section class="panel stack">
      <TextField
        label={w.name}
        hint={w.nameHint}
        value={name}
        onValue={setName}
        fault={action.faultOf('/name')}
        maxLength={60}
        onEnter={() => void action.run()}
        required
      />
      <ActButton action={action} label={w.pair} />
      {pairing && (
        <Dialog title={w.pairing(pairing.name)} onClose={props.onDone}>
          <p>{w.scan}</p>
          <QrCode text={`${address}#${pairing.code}`} label={w.qr} />
          <p>
            {address}
            <br />
            <strong class="pairing-code">{pairing.code}</strong>
          </p>
          <p class="note">{w.once(time(pairing.codeExpiresAt))}</p>
        </Dialog>
      )}
    </section>
  );
}
