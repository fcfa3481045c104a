import { useEffect, useState } from 'preact/hooks';
import type { Answer, Body } from '../../api/client.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ChoiceField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { EVERY } from './pads.tsx';
import type { Form } from './sign-on-pad.tsx';
import { stateNames, words } from './words.ts';

type Language = NonNullable<Body<'askForInk'>['language']>;

/** Puts a form on a pad and shows how it goes there, until the handwriting has arrived. */
export function SignDialog(props: {
  readonly code: string;
  readonly form: Form;
  readonly onSigned: () => void;
  readonly onClose: () => void;
}) {
  const { code, form } = props;
  const w = useWords(words);
  const states = useWords(stateNames);
  const { api, me } = useDesk();
  const unit = me.unit?.code ?? '';
  const { body, error, reload } = useAnswer(api, 'listPads', { params: { code: unit } }, { every: EVERY });
  const pads = body?.items.filter(({ state }) => state === 'paired') ?? [];
  const [chosen, setChosen] = useState('');
  const [language, setLanguage] = useState<Language>('vi');
  const [asked, setAsked] = useState<Answer<'askForInk'>>();
  const pad = chosen === '' ? (pads[0]?.id ?? '') : chosen;
  const ask = useAction(async key => {
    setAsked(await api.get('askForInk', { params: { code }, body: { pad, form: form.id, language }, key }));
    reload();
  });
  const clear = useAction(async key => {
    await api.ask('clearPad', { params: { code: unit, id: pad }, key });
    setAsked(undefined);
    reload();
  });
  const request = pads.map(each => each.request).find(each => each?.id === asked?.id) ?? asked;
  const state = request?.state;
  const open = state === 'waiting' || state === 'shown';
  useEffect(() => {
    if (state === 'signed') props.onSigned();
  }, [state]);
  const failed = error ?? ask.error ?? clear.error;
  return (
    <Dialog title={`${w.sign}: ${form.name}`} onClose={props.onClose}>
      {body && pads.length === 0 && (
        <p>
          {w.noPads}{' '}
          <a class="ds-link" href="/officer/pads">
            {w.toPads}
          </a>
        </p>
      )}
      {pads.length > 0 && !open && state !== 'signed' && (
        <>
          <ChoiceField
            label={w.choose}
            value={pad}
            onValue={setChosen}
            fault={ask.faultOf('/pad')}
            options={pads.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <ChoiceField
            label={w.language}
            value={language}
            onValue={value => setLanguage(value === 'en' ? 'en' : 'vi')}
            options={(['vi', 'en'] as const).map(value => ({ value, text: w.languages[value] }))}
          />
        </>
      )}
      {state && (
        <p role="status">
          <strong>{states[state]}</strong>
          {state === 'signed' && (
            <>
              <br />
              {w.arrived}
            </>
          )}
        </p>
      )}
      {failed !== undefined && <Failure error={failed} />}
      <div class="row">
        {pads.length > 0 && !open && state !== 'signed' && (
          <button type="button" class="ds-button" disabled={ask.busy} onClick={() => void ask.run()}>
            {asked ? w.askAgain : w.ask}
          </button>
        )}
        {open && (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            disabled={clear.busy}
            onClick={() => void clear.run()}
          >
            {w.clear}
          </button>
        )}
      </div>
    </Dialog>
  );
}
