const PLACE = 'kept-forms';

interface Kept {
  readonly account: string;
  readonly forms: Readonly<Record<string, unknown>>;
}

/** What is entered in the forms that are shown; each is asked only when it is to be kept. */
const shown = new Map<string, () => unknown>();
/** What was entered before the way to the provider, until its form takes it. */
const brought = new Map<string, unknown>();

/** Tells of a form that is shown, and gives what ends that. A form in which nothing is entered says `undefined`. */
export function showForm(name: string, entered: () => unknown): () => void {
  shown.set(name, entered);
  return () => {
    if (shown.get(name) === entered) shown.delete(name);
  };
}

/**
 * Keeps in this tab what is entered, when somebody chooses to sign in again and not before: it names people. Until
 * somebody has signed in, and then no longer.
 */
export function keepForms(account: string): void {
  const forms = [...shown].flatMap(([name, entered]) => {
    const value = entered();
    return value === undefined ? [] : [[name, value] as const];
  });
  forgetForms();
  if (forms.length === 0) return;
  const kept: Kept = { account, forms: Object.fromEntries(forms) };
  sessionStorage.setItem(PLACE, JSON.stringify(kept));
}

/** Somebody has signed in: nothing stays in the tab, and only the same account gets back what it entered. */
export function bringForms(account: string): void {
  const text = sessionStorage.getItem(PLACE);
  forgetForms();
  brought.clear();
  if (text === null) return;
  const kept = JSON.parse(text) as Kept;
  if (kept.account !== account) return;
  for (const [name, entered] of Object.entries(kept.forms)) brought.set(name, entered);
}

/** What was entered in a form before; it is there once. */
export function takeForm(name: string): unknown {
  const entered = brought.get(name);
  brought.delete(name);
  return entered;
}

/** Whether somebody is on the way to the provider, with what they entered kept. */
export const areFormsKept = (): boolean => sessionStorage.getItem(PLACE) !== null;

export const forgetForms = (): void => sessionStorage.removeItem(PLACE);
