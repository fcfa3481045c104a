import * as oauth from 'oauth4webapi';
import { Unreachable } from '../api/problem.ts';
import { authorizationServer, insecure } from './authorization-server.ts';
import type { Provider } from './settings.ts';

/** What a successful sign-in gives. It lives in memory: a reload asks the provider again, which remembers people. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  /** For ending the session at the provider. */
  readonly id: string | undefined;
}

/** Kept over the way to the provider and back: no token, only what proves that it was this page that asked. */
interface Begun {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** Where the person was. */
  readonly back: string;
}

const BEGUN = 'sign-in';

const client = (provider: Provider): oauth.Client => ({ client_id: provider.clientId });
const returnAddress = (base: string) => `${location.origin}${base}/signed-in`;

/** Leaves for the provider's page: code flow with PKCE (RFC 7636). */
export async function leaveToSignIn(provider: Provider, base: string): Promise<void> {
  const server = await authorizationServer(provider);
  const begun: Begun = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    back: location.pathname + location.search,
  };
  sessionStorage.setItem(BEGUN, JSON.stringify(begun));
  const address = new URL(server.authorization_endpoint ?? '');
  const asked = {
    client_id: provider.clientId,
    redirect_uri: returnAddress(base),
    response_type: 'code',
    scope: provider.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    state: begun.state,
    nonce: begun.nonce,
    ...(provider.resource !== undefined && { resource: provider.resource }),
  };
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  location.assign(address);
}

/** Whether the page was opened by the provider's redirect. */
export const comesBack = (base: string) => location.pathname === `${base}/signed-in`;

/** Takes the code that the provider sent along, and gives the tokens, whose they are, and where the person was. */
export async function finishSignIn(
  provider: Provider,
  base: string,
): Promise<{ readonly tokens: Tokens; readonly subject: string; readonly back: string }> {
  const kept = sessionStorage.getItem(BEGUN);
  if (kept === null) throw new Error('nobody began to sign in here');
  sessionStorage.removeItem(BEGUN);
  const begun = JSON.parse(kept) as Begun;
  const server = await authorizationServer(provider);
  const parameters = oauth.validateAuthResponse(
    server,
    client(provider),
    new URL(location.href),
    begun.state,
  );
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client(provider),
    oauth.None(),
    parameters,
    returnAddress(base),
    begun.verifier,
    { ...insecure, ...resourceOf(provider) },
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client(provider), response, {
    expectedNonce: begun.nonce,
    requireIdToken: true,
  });
  const subject = oauth.getValidatedIdTokenClaims(answer)?.sub ?? '';
  return { tokens: tokensOf(answer), subject, back: begun.back };
}

/** New tokens for the refresh token; undefined when the provider gives none any more. */
export async function renewTokens(provider: Provider, tokens: Tokens): Promise<Tokens | undefined> {
  if (tokens.refresh === undefined) return undefined;
  const refresh = tokens.refresh;
  const response = await reached(async () =>
    oauth.refreshTokenGrantRequest(
      await authorizationServer(provider),
      client(provider),
      oauth.None(),
      refresh,
      { ...insecure, ...resourceOf(provider) },
    ),
  );
  if (response.status >= 500) throw new Unreachable('the provider does not answer');
  try {
    const server = await authorizationServer(provider);
    const answer = await oauth.processRefreshTokenResponse(server, client(provider), response);
    return { ...tokens, ...tokensOf(answer), refresh: answer.refresh_token ?? tokens.refresh };
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return undefined;
    throw error;
  }
}

/** A provider that does not answer ends no session: the next request asks it again. */
async function reached(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (cause) {
    throw new Unreachable('the provider cannot be reached', { cause });
  }
}

/** Ends the session at the provider, which brings the person back to the page's own beginning. */
export async function leaveToSignOut(provider: Provider, base: string, tokens: Tokens): Promise<void> {
  const { end_session_endpoint: end } = await authorizationServer(provider);
  if (end === undefined) return location.assign(base);
  const address = new URL(end);
  address.searchParams.set('client_id', provider.clientId);
  address.searchParams.set('post_logout_redirect_uri', `${location.origin}${base}`);
  if (tokens.id !== undefined) address.searchParams.set('id_token_hint', tokens.id);
  location.assign(address);
}

const resourceOf = ({ resource }: Provider) =>
  resource === undefined ? {} : { additionalParameters: { resource } };

const tokensOf = (answer: oauth.TokenEndpointResponse): Tokens => ({
  access: answer.access_token,
  refresh: answer.refresh_token,
  id: answer.id_token,
});
