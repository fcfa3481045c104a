import { createContext } from 'preact';

/** Leads to the provider and back to this page; undefined where nobody signs in. */
export const SignInAgain = createContext<(() => void) | undefined>(undefined);
