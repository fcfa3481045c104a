import { ChoiceField } from '../../parts/field.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useAccount } from '../account.tsx';
import type { Entered } from './entered.ts';

const words = wording({
  vi: {
    title: 'Miễn, giảm phí, lệ phí',
    hint: 'Nếu thuộc trường hợp dưới đây, hãy chọn giấy tờ chứng minh. Cán bộ xác nhận khi tiếp nhận hồ sơ; ông/bà chưa phải nộp gì cho đến lúc đó.',
    none: 'Không đề nghị',
    until: (day: string) => `áp dụng đến hết ${day}`,
  },
  en: {
    title: 'Reliefs of the fee',
    hint: 'If one of these is meant for you, choose what proves it. An officer confirms it when the dossier is accepted; you need not pay anything before.',
    none: 'Not asked for',
    until: (day: string) => `until ${day}`,
  },
});

/** Reliefs that the law has today for this procedure: each is asked for by choosing what proves it. */
export function ReliefChoice(props: {
  readonly procedure: string;
  readonly entered: Entered;
  readonly onEntered: (change: Partial<Entered>) => void;
  readonly faultOf: (pointer: string) => string | undefined;
}) {
  const w = useWords(words);
  const { day } = useFormats();
  const { api } = useAccount();
  const { procedure: code, entered, onEntered, faultOf } = props;
  const { body } = useAnswer(api, 'listReliefs', { params: { code } });
  if (!body || body.items.length === 0) return null;
  const asked = Object.keys(entered.reliefs);
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <p class="note">{w.hint}</p>
      {body.items.map(({ relief, name, ground, until, evidence }) => (
        <ChoiceField
          key={relief}
          label={name}
          hint={until === null ? ground : `${ground}; ${w.until(day(until))}`}
          value={entered.reliefs[relief] ?? ''}
          onValue={proof => {
            const { [relief]: _, ...others } = entered.reliefs;
            onEntered({ reliefs: proof === '' ? others : { ...others, [relief]: proof } });
          }}
          options={[
            { value: '', text: w.none },
            ...evidence.map(({ kind, name }) => ({ value: kind, text: name })),
          ]}
          fault={
            faultOf(`/reliefs/${asked.indexOf(relief)}/relief`) ??
            faultOf(`/reliefs/${asked.indexOf(relief)}/evidence`)
          }
        />
      ))}
    </section>
  );
}
