import type { WireRequest } from '../host/wire.ts';
import { parseQuery } from '../s3/protocol/request.ts';
import {
  canonicalRequest,
  parseCredential,
  SIGV4,
  sameSignature,
  sha256Hex,
  sign,
  signingKey,
  stringToSign,
} from '../s3/protocol/signature.ts';
import type { Callers } from './callers.ts';

/** Why a signature does not hold, by the name that AWS's JSON protocols give it. */
export interface SignatureFault {
  readonly code: 'MissingAuthenticationToken' | 'UnrecognizedClientException' | 'InvalidSignatureException';
  readonly message: string;
}

/**
 * Checks the Signature Version 4 in a request's header. How old it is is not asked: on a host whose time runs fast,
 * what takes a moment may take hours. Undefined when the signature is right. S3 checks its own, which differ.
 */
export function signatureFault(request: WireRequest, callers: Callers): SignatureFault | undefined {
  const header = request.headers.authorization;
  if (header === undefined)
    return { code: 'MissingAuthenticationToken', message: 'The request is not signed.' };
  const field = (name: string) => new RegExp(`[ ,]${name}=([^,]+)`).exec(header)?.[1]?.trim();
  const credential = parseCredential(field('Credential') ?? '');
  const [signed, signature, timestamp] = [
    field('SignedHeaders')?.split(';'),
    field('Signature'),
    request.headers['x-amz-date'],
  ];
  if (
    !header.startsWith(`${SIGV4} `) ||
    !credential ||
    !signed ||
    !signature ||
    typeof timestamp !== 'string'
  )
    return invalid('The Authorization header is not one of Signature Version 4.');
  if (!signed.includes('host')) return invalid('The Host header must be signed.');
  const caller = callers.find(credential.accessKeyId);
  if (!caller)
    return {
      code: 'UnrecognizedClientException',
      message: 'The security token included in the request is invalid.',
    };
  const canonical = canonicalRequest(
    {
      method: request.method,
      // Every service but S3 signs the path as it is sent, encoded once more.
      path: request.path,
      query: parseQuery(request.query),
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      ),
    },
    signed,
    sha256Hex(request.body),
  );
  const key = signingKey(caller.secret, credential);
  return sameSignature(sign(key, stringToSign(timestamp, credential.scope, canonical)), signature)
    ? undefined
    : invalid(
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
      );
}

const invalid = (message: string): SignatureFault => ({ code: 'InvalidSignatureException', message });
