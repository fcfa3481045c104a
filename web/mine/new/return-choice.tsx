import { useId } from 'preact/hooks';
import type { ReturnMethod } from '../../api/generated.ts';
import { TextField } from '../../parts/field.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { returnWords } from '../../wording/return-words.ts';
import type { Entered } from './entered.ts';

const words = wording({
  vi: { title: 'Nhận kết quả', address: 'Địa chỉ nhận kết quả' },
  en: { title: 'How the result comes back', address: 'Address for the result' },
});

const METHODS: readonly ReturnMethod[] = ['electronic', 'counter', 'post'];

/** How the result is returned, with the address where it is sent to one. */
export function ReturnChoice(props: {
  readonly entered: Entered;
  readonly onEntered: (change: Partial<Entered>) => void;
  readonly faultOf: (pointer: string) => string | undefined;
}) {
  const w = useWords(words);
  const returning = useWords(returnWords);
  const name = useId();
  const { entered, onEntered, faultOf } = props;
  return (
    <section class="panel stack">
      <fieldset class="ds-fieldset">
        <legend>
          <h2>{w.title}</h2>
        </legend>
        <div class="choices">
          {METHODS.map(method => (
            <label key={method}>
              <input
                type="radio"
                name={name}
                checked={entered.returnBy === method}
                onChange={() => onEntered({ returnBy: method })}
              />
              {returning[method]}
            </label>
          ))}
        </div>
      </fieldset>
      {entered.returnBy === 'post' && (
        <TextField
          label={w.address}
          value={entered.returnAddress}
          onValue={returnAddress => onEntered({ returnAddress })}
          fault={faultOf('/returnAddress')}
        />
      )}
    </section>
  );
}
