import type { WireResponse } from '../../host/wire.ts';
import { verifyDigests } from '../protocol/checksums.ts';
import type { S3Request } from '../protocol/request.ts';
import { parseXml, type XmlNode } from '../protocol/xml.ts';
import type { Bucket } from '../storage/bucket.ts';
import type { Store } from '../storage/store.ts';

/** What every operation works with. */
export interface Service {
  readonly store: Store;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly region: string;
}

/** A verified request whose body and headers are plain: chunks decoded, trailers and hoisted parameters among the headers. */
export interface BucketCall extends Service {
  readonly request: S3Request;
  readonly bucket: Bucket;
}

/** A verified request about one object. */
export interface ObjectCall extends BucketCall {
  readonly key: string;
}

/** The XML document of a request, once every digest sent with it holds. Throws MalformedXML, BadDigest and InvalidDigest. */
export function requestDocument({ headers, body }: S3Request, root: string): XmlNode {
  verifyDigests(headers, body);
  return parseXml(body, root);
}

/** An answer with an XML document. */
export function xmlAnswer(document: string, headers: Record<string, string> = {}): WireResponse {
  return { status: 200, headers: { 'content-type': 'application/xml', ...headers }, body: document };
}

/** An answer without a body. */
export function emptyAnswer(status: 200 | 204 | 304, headers: Record<string, string> = {}): WireResponse {
  return { status, headers, body: '' };
}
