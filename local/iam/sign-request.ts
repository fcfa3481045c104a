import type { HostCredentials } from '../host/place.ts';
import { PLACE } from '../host/place.ts';
import { parseQuery } from '../s3/protocol/request.ts';
import {
  canonicalRequest,
  SIGV4,
  sha256Hex,
  sign,
  signingKey,
  stringToSign,
} from '../s3/protocol/signature.ts';

/** A request to the host's AWS port, before it is signed. Header names are lower case. */
export interface Unsigned {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The headers of a request with its signature among them, for those that ask without one of AWS's clients. */
export function signedHeaders(
  { method = 'POST', url, headers = {}, body = '' }: Unsigned,
  service: string,
  { accessKeyId, secretAccessKey }: HostCredentials,
): Record<string, string> {
  const { host, pathname, search } = new URL(url);
  const timestamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const date = timestamp.slice(0, 8);
  const scope = `${date}/${PLACE.region}/${service}/aws4_request`;
  const all = { ...headers, 'x-amz-date': timestamp };
  const signed = ['host', 'x-amz-date'];
  const canonical = canonicalRequest(
    { method, path: pathname, query: parseQuery(search.slice(1)), headers: { ...all, host } },
    signed,
    sha256Hex(body),
  );
  const key = signingKey(secretAccessKey, { accessKeyId, date, region: PLACE.region, service, scope });
  const signature = sign(key, stringToSign(timestamp, scope, canonical));
  return {
    ...all,
    authorization: `${SIGV4} Credential=${accessKeyId}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`,
  };
}
