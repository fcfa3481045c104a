import type { SignIn, SignInProvider } from '../../../schemas/identity/sign-in.ts';

/** From where files are shown and to where they are uploaded: the origins of the deployment's buckets. */
export function fileOrigins(place: {
  readonly buckets: readonly string[];
  readonly region: string;
  /** AWS's own variable; where it is set, buckets answer there, under their names or as hosts below it. */
  readonly endpoint: string | undefined;
}): string[] {
  if (place.endpoint !== undefined) return [new URL(place.endpoint).origin];
  return place.buckets.map(bucket => `https://${bucket}.s3.${place.region}.amazonaws.com`);
}

/** What pages may load and call: their own origin, the files, and where people sign in. No inline code or style. */
export function contentPolicy(files: readonly string[], signIn: SignIn): string {
  const from = (...sources: readonly string[]) => [...new Set(sources)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${from("'self'", 'data:', 'blob:', ...files)}`,
    `frame-src ${from("'self'", 'blob:', ...files)}`,
    `connect-src ${from("'self'", ...files, ...signInOrigins(signIn))}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function signInOrigins(signIn: SignIn): string[] {
  return Object.values(signIn).flatMap((provider: SignInProvider | undefined) => {
    const { endpoints } = provider ?? {};
    const addresses = endpoints ? [endpoints.token] : [provider?.issuer];
    return addresses.flatMap(address =>
      address === undefined || address.startsWith('/') ? [] : [new URL(address).origin],
    );
  });
}
