import { createContext } from 'preact';

/** Leads to the provider and back to this page; undefined where nobody signs in. */
export const SignInAgain = createContext<(() => void) | undefined>(undefined);

/** Whether what is entered hereabouts is kept over a new sign-in (use-kept-form.ts): then nobody needs to copy it. */
export const EnteredIsKept = createContext(false);
