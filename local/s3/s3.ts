import { randomBytes } from 'node:crypto';
import type { HostClock } from '../host/clock.ts';
import { HostError, messageOf, systemCodeOf } from '../host/host-error.ts';
import type { WireRequest, WireResponse } from '../host/wire.ts';
import { isBucketName } from './operations/bucket-operations.ts';
import type { Service } from './operations/call.ts';
import { corsHeaders, preflight } from './operations/cors.ts';
import { asciiHeader } from './operations/object-properties.ts';
import { postObject } from './operations/post-object.ts';
import { authenticate, type SignatureDeps, verifyPayloadHash } from './protocol/authenticate.ts';
import { decodeChunked, isChunked } from './protocol/chunked.ts';
import { S3Error } from './protocol/errors.ts';
import { parseRequest, type S3Request } from './protocol/request.ts';
import { element, plainDocument } from './protocol/xml.ts';
import { dispatch } from './routes.ts';
import { type CorsRule, corsRule, type LockRule, type ObjectEvent } from './storage/records.ts';
import { openStore } from './storage/store.ts';

/** What the S3 service needs of the host. */
export interface S3Deps {
  readonly clock: HostClock;
  /** Objects and metadata live under this folder. Only one service may have it open. */
  readonly folder: string;
  /** The secret of an access key, if there is such a key. */
  readonly credentials: (accessKeyId: string) => string | undefined;
  readonly region: string;
  /** Why the holder of an access key may not do what is asked, if so; everything is allowed unless given. */
  readonly denial?: (accessKeyId: string, request: S3Request) => string | undefined;
  /**
   * Told of every change once it is durable and before it is acknowledged; told again after a crash in between. When it
   * fails the change stands, and it is told at the next opening.
   */
  readonly announce: (event: ObjectEvent) => void | Promise<void>;
  /**
   * Milliseconds since the epoch by which clients sign and links expire; the clock's time unless given. A host whose
   * time runs faster than the world's gives the world's, because that is what clients sign with.
   */
  readonly signingTime?: () => number;
  /** Told when the disk no longer takes what is written: no write can be acknowledged any more. */
  readonly onFault?: (fault: HostError) => void;
}

/** What the template says of a bucket. */
export interface BucketOptions {
  readonly versioning: boolean;
  readonly cors?: readonly CorsRule[];
  /** How long each new version is locked; a bucket that locks keeps versions. */
  readonly lock?: LockRule | undefined;
}

/** The S3 service. */
export interface S3 {
  /** Answers one request, path-style or virtual-host style. Never rejects. */
  handle(request: WireRequest): Promise<WireResponse>;
  /** Creates a bucket, or brings an existing one to the options. Objects in it are left alone. */
  createBucket(name: string, options: BucketOptions): Promise<void>;
  /** Waits for changes under way. */
  close(): Promise<void>;
}

const DISK_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS']);

/** Opens the service on its folder, sweeping what a crash left and telling the events it kept back. */
export async function openS3(deps: S3Deps): Promise<S3> {
  const { clock, region, credentials } = deps;
  const store = await openStore(deps.folder, deps.announce);
  const service: Service = { store, now: clock.now, region };
  const signatures: SignatureDeps = { now: deps.signingTime ?? clock.now, credentials, region };

  const answer = async (request: S3Request): Promise<WireResponse> => {
    const rules = request.bucket === undefined ? undefined : store.find(request.bucket)?.record().cors;
    if (request.method === 'OPTIONS') return preflight(rules, request);
    if (isFormPost(request)) return postObject(service, request, signatures);
    return dispatch(service, verified(request, signatures, deps.denial));
  };

  return {
    async handle(wire) {
      const requestId = randomBytes(8).toString('hex').toUpperCase();
      let cors: Record<string, string> = {};
      let response: WireResponse;
      try {
        const request = parseRequest(wire);
        const rules = request.bucket === undefined ? undefined : store.find(request.bucket)?.record().cors;
        cors = request.method === 'OPTIONS' ? {} : corsHeaders(rules ?? [], request);
        response = await answer(request);
      } catch (error) {
        if (DISK_FAULTS.has(systemCodeOf(error) ?? '')) {
          const message = `The objects in ${deps.folder} cannot be written: ${messageOf(error)}.`;
          deps.onFault?.(new HostError(message, { cause: error }));
        }
        response = errorAnswer(error, wire, requestId);
      }
      const common = {
        'x-amz-request-id': requestId,
        'x-amz-id-2': Buffer.from(requestId).toString('base64'),
        date: new Date(signatures.now()).toUTCString(),
        server: 'AmazonS3',
      };
      const headers = { ...common, ...cors, ...response.headers };
      return { ...response, headers: sendable({ ...headers, ...harmless(headers) }) };
    },
    async createBucket(name, { versioning: asked, cors = [], lock }) {
      // Object Lock keeps versions, whether the template says so or not.
      const versioning = asked || lock !== undefined;
      if (!isBucketName(name)) throw new Error(`The template's bucket name '${name}' is not one S3 allows.`);
      const rules = cors.map(rule => corsRule.parse(rule));
      const created = {
        name,
        createdAt: clock.now(),
        versioning: versioning ? 'enabled' : 'never',
        cors: rules,
        ...(lock && { lock }),
      } as const;
      const bucket = await store.create(created);
      const known = bucket.record();
      // Versioning once enabled can only be suspended.
      const off = known.versioning === 'never' ? 'never' : 'suspended';
      const wanted = {
        ...known,
        versioning: versioning ? 'enabled' : off,
        cors: rules,
        ...(lock && { lock }),
      } as const;
      if (JSON.stringify(wanted) !== JSON.stringify(known)) await bucket.configure(wanted);
    },
    close: () => store.close(),
  };
}

/** What a browser shows without running anything of it. A sandbox would keep it from showing a PDF at all. */
const INERT = /^(?:application\/pdf|image\/(?:jpeg|png|gif|webp)|text\/plain)(?:;|$)/i;

/**
 * S3 answers from a domain where nothing else lives. Here it shares its host's name with everything else on this
 * machine, so a browser is told to take objects for what they are said to be, and to run nothing of them.
 */
function harmless(headers: Readonly<Record<string, string>>): Record<string, string> {
  const type = headers['content-type'] ?? '';
  return {
    'x-content-type-options': 'nosniff',
    ...(INERT.test(type) ? {} : { 'content-security-policy': "default-src 'none'; sandbox" }),
  };
}

/** What came in with a request may go out again in its answer, and must not keep the answer from being sent. */
function sendable(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? value : asciiHeader(value),
    ]),
  );
}

function isFormPost({ method, key, headers }: S3Request): boolean {
  return (
    method === 'POST' && key === undefined && /^multipart\/form-data/i.test(headers['content-type'] ?? '')
  );
}

/** The request with its signature and payload verified and its body and headers made plain. */
function verified(request: S3Request, deps: SignatureDeps, denial: S3Deps['denial']): S3Request {
  const authorization = authenticate(request, deps);
  const denied = denial?.(authorization.accessKeyId, request);
  if (denied !== undefined) throw new S3Error('AccessDenied', denied);
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) !== request.body.length && request.method !== 'HEAD')
    throw new S3Error('IncompleteBody');
  // HTTP's own chunks do not say how long the body is to be.
  if (request.headers['transfer-encoding'] !== undefined && !isChunked(authorization.payload))
    throw new S3Error('NotImplemented', undefined, { Header: 'Transfer-Encoding' });
  if (!isChunked(authorization.payload)) {
    verifyPayloadHash(authorization.payload, request.body);
    return { ...request, headers: authorization.headers };
  }
  const { body, trailers } = decodeChunked(request.body, request.headers, authorization);
  return { ...request, headers: { ...authorization.headers, ...trailers }, body };
}

/** S3's XML for an error; anything unforeseen is an InternalError whose cause goes to the host's log. */
function errorAnswer(error: unknown, { method, path }: WireRequest, requestId: string): WireResponse {
  const known = error instanceof S3Error ? error : new S3Error('InternalError');
  if (known !== error) console.error(`S3 could not answer ${method} ${path} (request ${requestId}):`, error);
  const document = plainDocument('Error', [
    element('Code', known.code),
    element('Message', known.message),
    ...Object.entries(known.fields).map(([name, value]) => element(name, value)),
    element('Resource', path),
    element('RequestId', requestId),
    element('HostId', Buffer.from(requestId).toString('base64')),
  ]);
  return {
    status: known.status,
    headers: { 'content-type': 'application/xml', ...known.headers },
    body: method === 'HEAD' ? '' : document,
  };
}
