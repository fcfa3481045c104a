import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../../api/problem.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { AuthorizationFields } from './authorization-fields.tsx';
import { notChosen, nothingEntered, orderOf, signatureLines } from './authorization-order.ts';
import { authorizationWords } from './authorization-words.ts';
import { useActiveOfficers } from './use-active-officers.ts';

const none: ReadonlySet<string> = new Set();

/** Records who signs for a unit, after a paper that says so. What is wrong with it, the API says beside the field. */
export function AuthorizationForm(props: {
  readonly unit: string;
  readonly onClose: () => void;
  readonly onRecorded: () => void;
}) {
  const { unit, onClose, onRecorded } = props;
  const w = useWords(authorizationWords);
  const { api } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const [entered, setEntered] = useState(nothingEntered);
  const [missing, setMissing] = useState(none);
  const [gap, setGap] = useState(false);
  const known = useActiveOfficers(api, unit);
  const action = useAction(async key => {
    try {
      await api.get('recordAuthorization', { params: { code: unit }, key, body: orderOf(entered) });
      onRecorded();
    } catch (error) {
      if (error instanceof Refused && error.problem.code === 'authorization-gap') setGap(true);
      throw error;
    }
  });
  // To the first field that is wrong, so that nobody has to look for it.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [missing, action.error]);
  const lines = signatureLines(entered);
  return (
    <Dialog title={w.title} onClose={onClose}>
      <form
        ref={form}
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          const now = notChosen(entered);
          setMissing(now);
          if (now.size === 0) void action.run();
        }}
      >
        {known.error !== undefined && <Failure error={known.error} />}
        <AuthorizationFields
          entered={entered}
          onEntered={change => setEntered(before => ({ ...before, ...change }))}
          officers={known.officers}
          asksForGap={gap}
          faultOf={pointer => (missing.has(pointer) ? w.required : action.faultOf(pointer))}
        />
        {lines.length > 0 && (
          <p>
            {w.shown} <strong>{lines.join(', ')}</strong>
          </p>
        )}
        {action.error !== undefined && <Failure error={action.error} brief />}
        <div>
          <button type="submit" class="ds-button" aria-busy={action.busy}>
            {w.record}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
