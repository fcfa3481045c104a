import * as z from 'zod';
import type { HostClock } from '../host/clock.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import type { DevKeys } from './dev-keys.ts';

/** Kinds of callers, each with an issuer of its own: `https://dev.motcua.local/<kind>`. */
export const DEV_KINDS = [
  'citizen',
  'foreigner',
  'organisation',
  'officer',
  'portal',
  'administrator',
] as const;

/**
 * Kinds that share another's issuer: who applies is known by the identification system, administrators are officers
 * with a role.
 */
const SHARED: Readonly<Record<string, string>> = {
  foreigner: 'citizen',
  organisation: 'citizen',
  administrator: 'officer',
};

/** The issuer of development tokens of one kind. */
export function devIssuer(kind: (typeof DEV_KINDS)[number]): string {
  return `https://dev.motcua.local/${SHARED[kind] ?? kind}`;
}

/** Longest life of a development token, in seconds of the host's time: ten years. */
export const LONGEST_LIFE = 10 * 365 * 86_400;

const common = {
  id: z.string().min(1).max(128),
  name: z.string().min(1).max(200).optional(),
  ttlSeconds: z.int().min(1).max(LONGEST_LIFE).optional(),
};
const officer = {
  ...common,
  unit: z.string().min(1).max(64).optional(),
  roles: z.array(z.string().min(1).max(64)).max(20).default([]),
};

/** How surely a citizen's account is known (NĐ 69/2024/NĐ-CP). */
const identityLevel = z.literal([1, 2], { error: 'chỉ nhận 1 hoặc 2 (must be 1 or 2)' });

/** Body of `POST /dev/tokens`. */
export const DevTokenRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('citizen'), ...common, level: identityLevel.default(2) }),
  /** By the number of a passport, or of another paper; their accounts have no level. */
  z.strictObject({
    kind: z.literal('foreigner'),
    ...common,
    country: z.string().regex(/^[A-Z]{1,3}$/),
    paper: z.enum(['passport', 'residenceCard', 'foreignerNumber']).default('passport'),
  }),
  /** By tax code, or an agency by its code. */
  z.strictObject({ kind: z.literal('organisation'), ...common }),
  z.strictObject({ kind: z.literal('officer'), ...officer }),
  z.strictObject({ kind: z.literal('administrator'), ...officer }),
  z.strictObject({
    kind: z.literal('portal'),
    ...common,
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/))
      .max(50)
      .optional(),
  }),
]);
export type DevTokenRequest = z.infer<typeof DevTokenRequest>;

/** Something that a request asks for and that the application does not know, by JSON pointer. */
export interface DevTokenFault {
  readonly pointer: string;
  readonly detail: { readonly vi: string; readonly en: string };
}

/** A token for someone whom nobody has asked who they are: only ever in the embedded host. */
export interface DevToken {
  readonly token: string;
  readonly tokenType: 'Bearer';
  /** RFC 3339. */
  readonly expiresAt: string;
}

export interface DevTokenDeps {
  readonly keys: DevKeys;
  readonly clock: HostClock;
  /** How many times faster than the world's the host's time runs. */
  readonly speed?: number;
  /** Scopes of a portal's token that asks for none by name. */
  readonly portalScopes?: readonly string[];
  /** What the application does not know of what is asked for; nothing unless said otherwise. */
  readonly faultsOf?: ((request: DevTokenRequest) => readonly DevTokenFault[]) | undefined;
}

/** Makes a development token in the host's time. */
export async function makeDevToken(request: DevTokenRequest, deps: DevTokenDeps): Promise<DevToken> {
  const issuedAt = Math.floor(deps.clock.now() / 1000);
  // A day of the world's time, however fast the host's runs.
  const usual = Math.min(LONGEST_LIFE, 86_400 * Math.max(1, deps.speed ?? 1));
  const expiresAt = issuedAt + (request.ttlSeconds ?? usual);
  const token = await deps.keys.sign(claimsOf(request, deps.portalScopes ?? []), {
    issuer: devIssuer(request.kind),
    subject: request.id,
    issuedAt,
    expiresAt,
  });
  return { token, tokenType: 'Bearer', expiresAt: new Date(expiresAt * 1000).toISOString() };
}

function claimsOf(request: DevTokenRequest, portalScopes: readonly string[]): Record<string, unknown> {
  const name = request.name === undefined ? {} : { name: request.name };
  switch (request.kind) {
    case 'citizen':
      return { ...name, loa: request.level, identityNumber: request.id };
    case 'foreigner': {
      const paper = { kind: request.paper, number: request.id, country: request.country };
      return { ...name, account: 'foreigner', paper };
    }
    case 'organisation': {
      const known = /^\d/.test(request.id) ? { taxCode: request.id } : { agencyCode: request.id };
      return { ...name, account: 'organisation', ...known };
    }
    case 'portal':
      return { ...name, scope: (request.scopes ?? portalScopes).join(' ') };
    case 'officer':
    case 'administrator': {
      const roles =
        request.kind === 'administrator' ? [...new Set([...request.roles, 'administrator'])] : request.roles;
      return {
        ...name,
        ...(request.unit === undefined ? {} : { unit: request.unit }),
        roles,
        amr: ['pwd', 'mfa'],
      };
    }
  }
}

/** Answers `POST /dev/tokens`; a body that is not right gets a problem that points at what is wrong. */
export async function answerDevToken(request: WireRequest, deps: DevTokenDeps): Promise<WireResponse> {
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi';
  // Any page may send other types here without asking first.
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? ''))
    return problem(language, NOT_JSON_TYPE, [], 415);
  const body = parseJson(request.body);
  if (body === undefined) return problem(language, NOT_JSON, []);
  const parsed = DevTokenRequest.safeParse(body);
  if (!parsed.success) {
    const errors = parsed.error.issues.flatMap(issue => {
      const place = issue.path.map(step => `/${String(step)}`).join('');
      if (issue.code !== 'unrecognized_keys') return [{ pointer: place, detail: issue.message }];
      return issue.keys.map(key => ({ pointer: `${place}/${key}`, detail: UNKNOWN_MEMBER[language] }));
    });
    const shapeless = errors.some(({ pointer }) => pointer === '' || pointer === '/kind');
    return problem(language, shapeless ? NEEDED : told(errors), errors);
  }
  const faults = deps.faultsOf?.(parsed.data) ?? [];
  if (faults.length > 0) {
    const errors = faults.map(({ pointer, detail }) => ({ pointer, detail: detail[language] }));
    return problem(language, told(errors), errors);
  }
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return { status: 201, headers, body: JSON.stringify(await makeDevToken(parsed.data, deps)) };
}

function told(errors: readonly { pointer: string; detail: string }[]): DevTokenFault['detail'] {
  const all = `${errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ')}.`;
  return { vi: all, en: all };
}

const SHAPE = `{ kind: ${DEV_KINDS.map(kind => `"${kind}"`).join(' | ')}, id, … }`;
const NEEDED = {
  vi: `Yêu cầu cấp mã truy cập thử cần ${SHAPE}.`,
  en: `A development token needs ${SHAPE}.`,
};
const NOT_JSON_TYPE = {
  vi: 'Cần content-type: application/json.',
  en: 'The content-type must be application/json.',
};
const NOT_JSON = { vi: 'Nội dung gửi không phải JSON.', en: 'The body is not JSON.' };
const UNKNOWN_MEMBER = { vi: 'loại này không có mục này', en: 'this kind has no such member' };
const TITLE = {
  vi: 'Không phải yêu cầu cấp mã truy cập thử',
  en: 'This is not a request for a development token',
};

function problem(
  language: 'vi' | 'en',
  detail: DevTokenFault['detail'],
  errors: readonly { pointer: string; detail: string }[],
  status = 400,
): WireResponse {
  const body = {
    type: 'https://dev.motcua.local/problems/dev-token',
    title: TITLE[language],
    status,
    code: 'dev-token-invalid',
    detail: detail[language],
    errors,
  };
  const headers = { 'content-type': 'application/problem+json', 'content-language': language };
  return { status, headers, body: JSON.stringify(body) };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
