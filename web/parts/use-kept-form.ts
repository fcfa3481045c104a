import { useEffect, useRef, useState } from 'preact/hooks';
import { showForm, takeForm } from '../session/kept-forms.ts';

/** What was entered in this form before its owner had to sign in again. */
export function useEnteredBefore<Entered>(form: string): Entered | undefined {
  // The form itself left it, in the same build or, after a new one in between, in all likelihood in the same shape.
  const [before] = useState(() => takeForm(form) as Entered | undefined);
  return before;
}

/** Keeps what is entered in a form when its owner chooses to sign in again; `undefined` if that is nothing. */
export function useKeptForm<Entered>(form: string, entered: () => Entered | undefined): void {
  const now = useRef(entered);
  now.current = entered;
  useEffect(() => showForm(form, () => now.current()), [form]);
}
