import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { AuthorizationForm } from './authorization-form.tsx';
import { EndAuthorization } from './end-authorization.tsx';

const words = wording({
  vi: {
    title: 'Thẩm quyền ký',
    add: 'Ghi thẩm quyền ký',
    none: 'Chưa ghi thẩm quyền ký nào.',
    forms: { direct: 'Ký trực tiếp', TM: 'TM.', KT: 'KT.', TL: 'TL.', TUQ: 'TUQ.' },
    span: (from: string, to: string) => `từ ${from}${to && ` đến ${to}`}`,
    ended: (on: string, why: string) => `đã chấm dứt ngày ${on}${why && `: ${why}`}`,
  },
  en: {
    title: 'Authorizations to sign',
    add: 'Record an authorization',
    none: 'None has been recorded.',
    forms: { direct: 'Signs directly', TM: 'TM.', KT: 'KT.', TL: 'TL.', TUQ: 'TUQ.' },
    span: (from: string, to: string) => `from ${from}${to && ` to ${to}`}`,
    ended: (on: string, why: string) => `ended on ${on}${why && `: ${why}`}`,
  },
});

/** Who may sign for a unit, by which document and until when. */
export function Authorizations({ unit }: { readonly unit: string }) {
  const w = useWords(words);
  const { day } = useFormats();
  const { api } = useDesk();
  const { body, error, reload } = useAnswer(api, 'listAuthorizations', { params: { code: unit } });
  const [adds, setAdds] = useState(false);
  return (
    <section class="panel stack">
      <div class="row apart">
        <h2>{w.title}</h2>
        <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAdds(true)}>
          {w.add}
        </button>
      </div>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p>{w.none}</p>}
      <ul class="stack plain-list">
        {body?.items.map(each => (
          <li key={each.id} class="row apart">
            <span>
              {w.forms[each.form]} {each.for !== undefined && `${each.for} – `}
              {each.signer}, {each.position} – {each.document},{' '}
              {w.span(day(each.from), each.to === null ? '' : day(each.to))}
              {each.endedOn !== null && `, ${w.ended(day(each.endedOn), each.endedBecause ?? '')}`}
            </span>
            {each.endedOn === null && <EndAuthorization authorization={each} onEnded={reload} />}
          </li>
        ))}
      </ul>
      {adds && (
        <AuthorizationForm
          unit={unit}
          onClose={() => setAdds(false)}
          onRecorded={() => {
            setAdds(false);
            reload();
          }}
        />
      )}
    </section>
  );
}
