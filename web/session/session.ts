import { Unreachable } from '../api/problem.ts';
import { bringForms, forgetForms, keepForms } from './kept-forms.ts';
import type { PageSettings, Provider } from './settings.ts';
import {
  comesBack,
  finishSignIn,
  leaveToSignIn,
  leaveToSignOut,
  renewTokens,
  type Tokens,
} from './sign-in.ts';

/** Somebody who has signed in. */
export interface Session {
  token(): Promise<string>;
  /** Gets a new token after one was refused; false when the provider ends the session. */
  renew(): Promise<boolean>;
  /** Goes to the provider again, and comes back to this page; what is entered in it is kept for the same account. */
  again(): Promise<void>;
  signOut(): Promise<void>;
}

export type Opened =
  | { readonly kind: 'signedIn'; readonly session: Session }
  | { readonly kind: 'signedOut'; readonly signIn: () => Promise<void> }
  /** The deployment names no provider. */
  | { readonly kind: 'notSetUp' };

/** Set while somebody is signed in within this tab: then a reload asks the provider at once, without a click. */
const WAS_SIGNED_IN = 'signed-in';

/**
 * Opens the session of a page below `base`. Comes back from the provider, or leaves for it if somebody was signed in
 * before a reload; then the promise does not settle.
 */
export async function openSession({ provider }: PageSettings, base: string): Promise<Opened> {
  if (!provider) return { kind: 'notSetUp' };
  const signIn = () => leaveToSignIn(provider, base);
  if (comesBack(base)) {
    const finished = await finishSignIn(provider, base).catch((error: unknown) => {
      if (error instanceof Unreachable) throw error;
      // Turned back at the provider, or a code that nobody here asked for: begin anew, without it in the address.
      history.replaceState(null, '', base);
      return undefined;
    });
    if (!finished) return { kind: 'signedOut', signIn };
    const { tokens, subject, back } = finished;
    const account = `${base} ${subject}`;
    bringForms(account);
    sessionStorage.setItem(WAS_SIGNED_IN, base);
    history.replaceState(null, '', back);
    return { kind: 'signedIn', session: sessionOf(provider, base, { account, tokens }) };
  }
  if (sessionStorage.getItem(WAS_SIGNED_IN) !== base) return { kind: 'signedOut', signIn };
  await signIn();
  return new Promise(() => undefined);
}

function sessionOf(
  provider: Provider,
  base: string,
  { account, tokens: first }: { readonly account: string; readonly tokens: Tokens },
): Session {
  let tokens = first;
  // Who signs out at a shared desk leaves in all tabs.
  const others = new BroadcastChannel(`signed-out:${base}`);
  others.onmessage = () => {
    sessionStorage.clear();
    location.assign(base);
  };
  let renewing: Promise<boolean> | undefined;
  const renew = async () => {
    const renewed = await renewTokens(provider, tokens);
    if (renewed) tokens = renewed;
    return renewed !== undefined;
  };
  return {
    token: async () => tokens.access,
    renew: () => {
      // Many requests are refused at once when a token ends: one renewal serves them all.
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    again: async () => {
      keepForms(account);
      try {
        await leaveToSignIn(provider, base);
      } catch (error) {
        forgetForms();
        throw error;
      }
    },
    signOut: async () => {
      sessionStorage.removeItem(WAS_SIGNED_IN);
      forgetForms();
      others.postMessage('');
      await leaveToSignOut(provider, base, tokens);
    },
  };
}
