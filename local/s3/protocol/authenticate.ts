import { S3Error } from './errors.ts';
import { parameter, type S3Request } from './request.ts';
import {
  type CredentialScope,
  canonicalRequest,
  parseCredential,
  parseTimestamp,
  SIGV4,
  sameSignature,
  sha256Hex,
  sign,
  signingKey,
  stringToSign,
} from './signature.ts';

/** What verification needs to know of the host. */
export interface SignatureDeps {
  /** Milliseconds since the epoch by which clients sign. */
  readonly now: () => number;
  readonly credentials: (accessKeyId: string) => string | undefined;
  readonly region: string;
}

/** A verified signature, with what the chunks of a streamed body are signed with. */
export interface Authorization {
  readonly accessKeyId: string;
  /** The payload hash that was signed, UNSIGNED-PAYLOAD or one of the STREAMING- forms. */
  readonly payload: string;
  readonly signature: string;
  readonly key: Buffer;
  readonly timestamp: string;
  readonly scope: string;
  /** The request's headers with the query's `x-amz-` parameters of a presigned link among them. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Claim {
  readonly credential: CredentialScope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly payload: string;
}

const SKEW = 15 * 60_000;
const LONGEST_EXPIRY = 7 * 24 * 3600;

/** Finds the secret of a credential after checking its region and service. */
export function secretOf(
  credential: CredentialScope | undefined,
  deps: SignatureDeps,
  malformed: 'AuthorizationHeaderMalformed' | 'AuthorizationQueryParametersError' | 'InvalidArgument',
): { credential: CredentialScope; secret: string } {
  if (!credential)
    throw new S3Error(
      malformed,
      'The credential is malformed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  if (credential.region !== deps.region)
    throw new S3Error(malformed, `The region '${credential.region}' is wrong; expecting '${deps.region}'`, {
      Region: deps.region,
    });
  if (credential.service !== 's3')
    throw new S3Error(malformed, `The service '${credential.service}' is wrong; expecting 's3'.`);
  const secret = deps.credentials(credential.accessKeyId);
  if (secret === undefined)
    throw new S3Error('InvalidAccessKeyId', undefined, { AWSAccessKeyId: credential.accessKeyId });
  return { credential, secret };
}

function headerClaim(request: S3Request, authorization: string, deps: SignatureDeps): Claim {
  const fields = new Map(
    authorization
      .slice(SIGV4.length)
      .split(',')
      .map((field): [string, string] => {
        const [name = '', ...value] = field.trim().split('=');
        return [name, value.join('=')];
      }),
  );
  const [credential, signed, signature] = ['Credential', 'SignedHeaders', 'Signature'].map(name =>
    fields.get(name),
  );
  if (!credential || !signed || !signature) throw new S3Error('AuthorizationHeaderMalformed');
  const timestamp = request.headers['x-amz-date'] ?? basicForm(request.headers['date']);
  const instant = timestamp === undefined ? undefined : parseTimestamp(timestamp);
  if (timestamp === undefined || instant === undefined)
    throw new S3Error('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header');
  const now = deps.now();
  if (Math.abs(now - instant) > SKEW)
    throw new S3Error('RequestTimeTooSkewed', undefined, {
      RequestTime: timestamp,
      ServerTime: new Date(now).toISOString(),
      MaxAllowedSkewMilliseconds: String(SKEW),
    });
  const payload = request.headers['x-amz-content-sha256'];
  if (payload === undefined)
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  const parsed = parseCredential(credential);
  if (!parsed) throw new S3Error('AuthorizationHeaderMalformed');
  return { credential: parsed, signedHeaders: signed.split(';'), signature, timestamp, payload };
}

function basicForm(date: string | undefined): string | undefined {
  const instant = Date.parse(date ?? '');
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

function presignedClaim(request: S3Request, deps: SignatureDeps): Claim {
  const [algorithm, credential, date, expires, signed, signature] = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-SignedHeaders',
    'X-Amz-Signature',
  ].map(name => parameter(request, name));
  if (!algorithm || !credential || !date || !expires || !signed || !signature)
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  if (algorithm !== SIGV4)
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Algorithm only supports "${SIGV4}"`);
  const instant = parseTimestamp(date);
  const parsed = parseCredential(credential);
  if (instant === undefined || !parsed) throw new S3Error('AuthorizationQueryParametersError');
  const seconds = /^\d+$/.test(expires) ? Number(expires) : Number.NaN;
  if (!(seconds >= 1 && seconds <= LONGEST_EXPIRY))
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be between 1 and 604800 seconds',
    );
  const now = deps.now();
  const end = instant + seconds * 1000;
  if (now > end)
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': expires,
      Expires: new Date(end).toISOString(),
      ServerTime: new Date(now).toISOString(),
    });
  if (instant - now > SKEW) throw new S3Error('AccessDenied', 'Request is not valid yet');
  return {
    credential: parsed,
    signedHeaders: signed.split(';'),
    signature,
    timestamp: date,
    payload: request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD',
  };
}

const IGNORED_IN_QUERY =
  /^x-amz-(?:algorithm|content-sha256|credential|date|expires|signedheaders|signature|security-token|checksum-\w+|sdk-checksum-algorithm|tagging|server-side-encryption.*)$/;

/**
 * A presigned link may carry an `x-amz-` header in its query instead. Checksums, tags and encryption count only as signed
 * headers: S3 ignores them in a query, where the SDK puts the checksum of an empty body whenever it signs without one.
 */
function withHoistedHeaders(request: S3Request): Record<string, string> {
  const headers = { ...request.headers };
  for (const [name, value] of request.query) {
    const header = name.toLowerCase();
    if (header.startsWith('x-amz-') && !IGNORED_IN_QUERY.test(header)) headers[header] ??= value;
  }
  return headers;
}

function refuseUnsignedHeaders(request: S3Request, claim: Claim): void {
  const signed = new Set(claim.signedHeaders);
  const unsigned = Object.keys(request.headers).filter(
    name => (name === 'host' || name.startsWith('x-amz-')) && !signed.has(name),
  );
  if (unsigned.length > 0)
    throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
      HeadersNotSigned: unsigned.join(', '),
    });
}

/**
 * Verifies the request's Signature Version 4, in its Authorization header or its query, against the host's
 * credentials and time. Throws the S3Error that S3 gives for each way to be wrong; without any signature, AccessDenied.
 */
export function authenticate(request: S3Request, deps: SignatureDeps): Authorization {
  const header = request.headers['authorization'];
  const presigned = request.query.some(([name]) => name === 'X-Amz-Signature' || name === 'X-Amz-Algorithm');
  if (header === undefined && !presigned) throw new S3Error('AccessDenied');
  if (header !== undefined && presigned)
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  if (header !== undefined && !header.startsWith(`${SIGV4} `))
    throw new S3Error(
      'InvalidRequest',
      `The authorization mechanism you have provided is not supported. Please use ${SIGV4}.`,
    );
  const claim = header === undefined ? presignedClaim(request, deps) : headerClaim(request, header, deps);
  const { credential, secret } = secretOf(
    claim.credential,
    deps,
    presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed',
  );
  if (!claim.timestamp.startsWith(credential.date))
    throw new S3Error(
      presigned ? 'AuthorizationQueryParametersError' : 'AuthorizationHeaderMalformed',
      `Invalid credential date "${credential.date}". This date is not the same as X-Amz-Date: "${claim.timestamp.slice(0, 8)}".`,
    );
  const canonical = canonicalRequest(request, claim.signedHeaders, claim.payload);
  const text = stringToSign(claim.timestamp, credential.scope, canonical);
  const key = signingKey(secret, credential);
  if (!sameSignature(sign(key, text), claim.signature))
    throw new S3Error('SignatureDoesNotMatch', undefined, {
      AWSAccessKeyId: credential.accessKeyId,
      StringToSign: text,
      SignatureProvided: claim.signature,
      CanonicalRequest: canonical,
    });
  refuseUnsignedHeaders(request, claim);
  return {
    accessKeyId: credential.accessKeyId,
    payload: claim.payload,
    signature: claim.signature,
    key,
    timestamp: claim.timestamp,
    scope: credential.scope,
    headers: presigned ? withHoistedHeaders(request) : request.headers,
  };
}

/** Compares a plain body with the hash that was signed. Throws XAmzContentSHA256Mismatch. */
export function verifyPayloadHash(payload: string, body: Buffer): void {
  if (payload === 'UNSIGNED-PAYLOAD') return;
  if (!/^[0-9a-f]{64}$/i.test(payload))
    throw new S3Error(
      'InvalidArgument',
      'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
      { ArgumentName: 'x-amz-content-sha256', ArgumentValue: payload },
    );
  const computed = sha256Hex(body);
  if (computed !== payload.toLowerCase())
    throw new S3Error('XAmzContentSHA256Mismatch', undefined, {
      ClientComputedContentSHA256: payload,
      S3ComputedContentSHA256: computed,
    });
}
