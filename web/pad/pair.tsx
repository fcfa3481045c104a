import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../api/client.ts';
import { ActButton } from '../parts/act-button.tsx';
import { TextField } from '../parts/field.tsx';
import { useAction } from '../parts/use-action.ts';
import { useWords } from '../wording/language.tsx';
import { keepKey, newSecret, type PadKey } from './pad-key.ts';
import { words } from './words.ts';

/** Makes this tablet a pad, by the code of the address it was opened by or one that somebody types. */
export function Pair(props: {
  readonly api: Client;
  readonly given: string;
  readonly ended: boolean;
  readonly onPaired: (key: PadKey) => void;
}) {
  const w = useWords(words);
  const [code, setCode] = useState(props.given);
  // The same through all tries, so that one whose answer was lost is recognized.
  const [secret] = useState(newSecret);
  const action = useAction(async () => {
    const { unit, id } = await props.api.get('redeemPairing', { body: { code, secret } });
    const key = { unit, id, secret };
    keepKey(key);
    props.onPaired(key);
  });
  useEffect(() => {
    if (props.given !== '') void action.run();
  }, []);
  return (
    <div class="panel stack prose">
      <h1>{w.pairing}</h1>
      {props.ended && <p role="status">{w.ended}</p>}
      <p>{w.pairingMeans}</p>
      <TextField
        label={w.code}
        value={code}
        onValue={setCode}
        fault={action.faultOf('/code')}
        maxLength={20}
        onEnter={() => void action.run()}
        required
      />
      <ActButton action={action} label={w.pair} />
    </div>
  );
}
