import { createHash, randomBytes } from 'node:crypto';
import { DEV_AUDIENCE, type DevKeys } from '../../local/dev-tokens/dev-keys.ts';
import { devIssuer, makeDevToken } from '../../local/dev-tokens/dev-tokens.ts';
import type { HostClock } from '../../local/host/clock.ts';
import type { WireHandler } from '../../local/host/http-server.ts';
import type { WireResponse } from '../../local/host/wire.ts';
import { choosePage } from './choose-page.ts';
import { AUDIENCES, type Audience, type People, type Person } from './people.ts';

export interface ProviderDeps {
  /** The pages’ own origin: nobody else is sent a code. */
  readonly apiUrl: string;
  readonly keys: DevKeys;
  readonly clock: HostClock;
  readonly speed: number;
  readonly people: People;
}

/** A code on its way to the page that asked for it. */
interface Waiting {
  readonly person: string;
  readonly redirect: string;
  readonly challenge: string;
  readonly nonce: string | undefined;
  /** In milliseconds of the world’s time. */
  readonly until: number;
}

const MINUTE = 60_000;
const ISSUER = { officers: devIssuer('officer'), applicants: devIssuer('citizen') };

/** Where the pages find the development provider: paths below their own origin, for the deployment’s settings. */
export const devSignIn = (audience: Audience) => ({
  issuer: ISSUER[audience],
  clientId: DEV_AUDIENCE,
  endpoints: {
    authorization: `/dev/sign-in/${audience}`,
    token: `/dev/sign-in/${audience}/token`,
    endSession: `/dev/sign-in/${audience}/end`,
  },
});

/**
 * An OpenID Connect provider for the embedded host: code flow with PKCE, rotating refresh tokens, sign-out. It asks
 * nobody who they are. Ours, because its four answers are all on top of the development tokens, and a real provider
 * would have to be taught them; the pages’ side is a library that checks every answer.
 */
export function devProvider(deps: ProviderDeps): Readonly<Record<string, WireHandler>> {
  return Object.fromEntries(AUDIENCES.flatMap(audience => Object.entries(providerFor(audience, deps))));
}

function providerFor(audience: Audience, deps: ProviderDeps): Readonly<Record<string, WireHandler>> {
  const { apiUrl, people } = deps;
  const codes = new Map<string, Waiting>();
  const refreshers = new Map<string, string>();
  const cookie = `dev-${audience}`;
  const base = `/dev/sign-in/${audience}`;
  const remember = (value: string, seconds: number) =>
    `${cookie}=${encodeURIComponent(value)}; Path=/dev/sign-in; HttpOnly; SameSite=Lax; Max-Age=${seconds}`;

  const authorize: WireHandler = async ({ query, headers }) => {
    const asked = new URLSearchParams(query);
    const redirect = asked.get('redirect_uri') ?? '';
    const challenge = asked.get('code_challenge') ?? '';
    if (!isOurs(redirect, apiUrl)) return refusal(400, 'redirect_uri is not an address of these pages');
    if (asked.get('code_challenge_method') !== 'S256' || challenge === '')
      return refusal(400, 'code_challenge (S256) is missing');
    const named = asked.get('person');
    const person = people.find(audience, named ?? cookieIn(headers.cookie, cookie) ?? '');
    if (!person || asked.get('prompt') === 'login') return choosePage(audience, people, asked);
    const code = secret();
    const nonce = asked.get('nonce') ?? undefined;
    codes.set(code, { person: person.key, redirect, challenge, nonce, until: Date.now() + MINUTE });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state') ?? '');
    return to(back.href, remember(person.key, 86_400));
  };

  const token: WireHandler = async ({ body }) => {
    const form = new URLSearchParams(body.toString('utf8'));
    const granted =
      form.get('grant_type') === 'refresh_token'
        ? refreshed(form.get('refresh_token') ?? '')
        : redeemed(form);
    const person = granted && people.find(audience, granted.person);
    if (!person) return json(400, { error: 'invalid_grant' });
    return json(200, await tokens(deps, audience, person, granted.nonce, handRefresher(person)));
  };

  function redeemed(form: URLSearchParams): Pick<Waiting, 'person' | 'nonce'> | undefined {
    const code = form.get('code') ?? '';
    const waiting = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      waiting?.challenge === challenge &&
      waiting.redirect === form.get('redirect_uri') &&
      Date.now() < waiting.until;
    return right ? waiting : undefined;
  }

  function refreshed(given: string): Pick<Waiting, 'person' | 'nonce'> | undefined {
    const person = refreshers.get(given);
    refreshers.delete(given);
    return person === undefined ? undefined : { person, nonce: undefined };
  }

  function handRefresher({ key }: Person): string {
    const made = secret();
    refreshers.set(made, key);
    return made;
  }

  const end: WireHandler = async ({ query, headers }) => {
    const person = cookieIn(headers.cookie, cookie);
    for (const [refresher, key] of refreshers) if (key === person) refreshers.delete(refresher);
    const back = new URLSearchParams(query).get('post_logout_redirect_uri') ?? '';
    return to(isOurs(back, apiUrl) ? back : apiUrl, remember('', 0));
  };

  return { [`GET ${base}`]: authorize, [`POST ${base}/token`]: token, [`GET ${base}/end`]: end };
}

async function tokens(
  { keys, clock, speed }: ProviderDeps,
  audience: Audience,
  person: Person,
  nonce: string | undefined,
  refresher: string,
) {
  const { token } = await makeDevToken(person.request, { keys, clock, speed });
  // The pages check this one by the world’s clock, by which the browser runs.
  const now = Math.floor(Date.now() / 1000);
  const id = await keys.sign(
    { name: person.name, ...(nonce !== undefined && { nonce }) },
    { issuer: ISSUER[audience], subject: person.key, issuedAt: now, expiresAt: now + 3600 },
  );
  return {
    access_token: token,
    token_type: 'Bearer',
    expires_in: 3600,
    id_token: id,
    refresh_token: refresher,
    scope: 'openid',
  };
}

const secret = () => randomBytes(24).toString('base64url');

const cookieIn = (header: string | undefined, name: string) =>
  header
    ?.split(';')
    .map(part => part.trim().split('='))
    .flatMap(([key, value = '']) => (key === name ? [decodeURIComponent(value)] : []))[0];

function isOurs(address: string, apiUrl: string): boolean {
  const given = URL.canParse(address) ? new URL(address) : undefined;
  const own = new URL(apiUrl);
  return (
    given !== undefined && given.port === own.port && ['127.0.0.1', 'localhost'].includes(given.hostname)
  );
}

const to = (location: string, cookie: string): WireResponse => ({
  status: 302,
  headers: { location, 'set-cookie': cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  body: '',
});

const json = (status: number, body: unknown): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

const refusal = (status: number, message: string): WireResponse => json(status, { message });
