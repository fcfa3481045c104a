import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup } from './guarded-lookup.ts';
import { isPublicAddress } from './public-address.ts';

/** What is asked of a server that somebody else named, and how much of its answer is taken. */
export interface BoundedRequest {
  readonly url: string;
  /** With a body it is a POST. */
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For everything, from connecting to the last byte. */
  readonly milliseconds: number;
  readonly mostBytes: number;
  /** Hosts, `name` or `name:port`, that may be private; all others must have public addresses. */
  readonly trustedHosts: readonly string[];
}

export type BoundedAnswer =
  | { readonly status: number; readonly body: Buffer }
  | { readonly fault: 'address-not-allowed' | 'timeout' | 'connection' | 'too-large' };

/** Asks over HTTP or HTTPS. Never throws; redirects are not followed. */
export async function fetchBounded(request: BoundedRequest): Promise<BoundedAnswer> {
  const { url, trustedHosts } = request;
  if (!URL.canParse(url)) return { fault: 'address-not-allowed' };
  const address = new URL(url);
  const trusted = trustedHosts.includes(address.hostname) || trustedHosts.includes(address.host);
  const host = address.hostname.replace(/^\[|\]$/g, '');
  const named = /^https?:$/.test(address.protocol) && address.username === '' && address.password === '';
  if (!named || (!trusted && isIP(host) !== 0 && !isPublicAddress(host)))
    return { fault: 'address-not-allowed' };
  try {
    return await ask(address, request, trusted);
  } catch (error) {
    const { name, code } = error as { readonly name?: string; readonly code?: string };
    if (code === 'EADDRNOTPUBLIC') return { fault: 'address-not-allowed' };
    return {
      fault:
        name === 'TimeoutError' || code === 'ABORT_ERR' || code === 'ETIMEDOUT' ? 'timeout' : 'connection',
    };
  }
}

function ask(address: URL, request: BoundedRequest, trusted: boolean): Promise<BoundedAnswer> {
  const { body, contentType, headers, milliseconds, mostBytes } = request;
  const client = address.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const sent = client.request(
      address,
      {
        method: body ? 'POST' : 'GET',
        signal: AbortSignal.timeout(milliseconds),
        ...(!trusted && { lookup: guardedLookup }),
        headers: {
          ...headers,
          ...(contentType !== undefined && { 'content-type': contentType }),
          ...(body && { 'content-length': body.length }),
        },
      },
      answer => {
        const parts: Buffer[] = [];
        let length = 0;
        answer.on('data', (part: Buffer) => {
          length += part.length;
          parts.push(part);
          if (length <= mostBytes) return;
          answer.destroy();
          resolve({ fault: 'too-large' });
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts) }));
        answer.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
