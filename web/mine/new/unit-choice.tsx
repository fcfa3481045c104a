import { useEffect, useId, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { type Unit, useAccount } from '../account.tsx';
import { receivingUnits, unitsFound } from './receiving-units.ts';

const words = wording({
  vi: {
    title: 'Nơi tiếp nhận hồ sơ',
    find: 'Tìm xã, phường hoặc cơ quan',
    hint: 'Gõ có dấu hoặc không dấu: viet tri',
    found: (shown: number, all: number) =>
      shown === all ? `${all} nơi` : `${all} nơi, hiện ${shown}; gõ thêm để thu hẹp`,
    none: 'Không tìm thấy nơi nào. Hãy thử từ khác.',
    loading: 'Đang tải danh sách đơn vị…',
    chosen: 'Đã chọn:',
  },
  en: {
    title: 'Where it is received',
    find: 'Find a commune, ward or agency',
    hint: 'With or without diacritics: viet tri',
    found: (shown: number, all: number) =>
      shown === all ? `${all} found` : `${all} found, ${shown} shown; type more to narrow them down`,
    none: 'None found. Try other words.',
    loading: 'Loading the units …',
    chosen: 'Chosen:',
  },
});

/** So many are shown at once: as many as fit on a telephone. */
const SHOWN = 8;

/** The choice of the unit that receives the dossier, found by a few letters. */
export function UnitChoice(props: {
  readonly procedure: Answer<'getProcedure'>['procedure'];
  readonly value: string;
  readonly onValue: (code: string) => void;
  readonly fault: string | undefined;
}) {
  const w = useWords(words);
  const account = useAccount();
  const name = useId();
  const [units, setUnits] = useState<readonly Unit[]>();
  const [error, setError] = useState<unknown>();
  const [typed, setTyped] = useState('');
  const load = () => {
    setError(undefined);
    account
      .units()
      .then(all => setUnits(receivingUnits(all, props.procedure, dayInVietNam(new Date()))))
      .catch(setError);
  };
  useEffect(load, [account]);
  if (error !== undefined) return <Failure error={error} again={load} />;
  if (!units) return <p role="status">{w.loading}</p>;
  const found = unitsFound(units, typed);
  const shown = found.slice(0, SHOWN);
  const chosen = units.find(({ code }) => code === props.value);
  return (
    <fieldset
      class="ds-fieldset"
      tabIndex={-1}
      {...(props.fault !== undefined && { 'data-faulty': true, 'aria-describedby': `${name}-fault` })}
    >
      <legend>
        <h2>{w.title}</h2>
      </legend>
      {units.length > SHOWN && (
        <TextField label={w.find} hint={w.hint} type="search" value={typed} onValue={setTyped} />
      )}
      <p class="note" role="status">
        {found.length === 0 ? w.none : w.found(shown.length, found.length)}
      </p>
      <ul class="choices">
        {shown.map(({ code, name: text }) => (
          <li key={code}>
            <label>
              <input
                type="radio"
                name={name}
                checked={code === props.value}
                onChange={() => props.onValue(code)}
              />
              {text}
            </label>
          </li>
        ))}
      </ul>
      {chosen && (
        <p>
          {w.chosen} <strong>{chosen.name}</strong>
        </p>
      )}
      {props.fault !== undefined && (
        <p class="ds-validation-message" id={`${name}-fault`}>
          {props.fault}
        </p>
      )}
    </fieldset>
  );
}
