import * as z from 'zod';
import { says } from '../words.ts';

/** An address of the provider: whole, or a path of the pages' own origin. */
const endpoint = z.union(
  [z.url({ protocol: /^https$/ }), z.string().regex(/^\/(?!\/)[\w/.-]*$/)],
  says({
    vi: 'phải là địa chỉ https://… hoặc đường dẫn bắt đầu bằng /',
    en: 'must be an address https://… or a path that begins with /',
  }),
);

/** An OpenID Connect provider, and what the pages are called there: a public client with PKCE and no secret. */
const provider = z.strictObject({
  issuer: z.url({ protocol: /^https$/ }),
  clientId: z.string().min(1).max(200),
  scope: z.string().min(1).max(500).default('openid'),
  /** What the access token is asked for (RFC 8707), where the provider needs it. */
  resource: z.string().max(500).optional(),
  /** Where the provider answers; read from its `/.well-known/openid-configuration` unless given. */
  endpoints: z
    .strictObject({ authorization: endpoint, token: endpoint, endSession: endpoint.optional() })
    .optional(),
});

/** Where officers and applicants sign in for the pages. */
export const signIn = z.strictObject({
  officers: provider.optional(),
  applicants: provider.optional(),
});
export type SignIn = z.infer<typeof signIn>;
export type SignInProvider = z.infer<typeof provider>;
