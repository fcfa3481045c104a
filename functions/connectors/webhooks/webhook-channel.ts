import * as http from 'node:http';
import * as https from 'node:https';
import { isIP } from 'node:net';
import type { WebhookChannel, WebhookMessage, WebhookOutcome } from '../../domain/ports/webhook-channel.ts';
import { guardedLookup } from '../../kernel/http/guarded-lookup.ts';
import { isPublicAddress } from '../../kernel/http/public-address.ts';

/** Time limit for one message, including connecting and the answer, in milliseconds. */
const LONGEST = 10_000;
/** Most bytes of an answer that are read; the content is not used. */
const MOST_ANSWER = 64 * 1024;
/** The receiver says that it is gone for good (RFC 9110 15.5.11). */
const GONE = 410;

/** Names for connection failures, by Node's error code. */
const REASONS: Readonly<Record<string, string>> = {
  EADDRNOTPUBLIC: 'address-not-public',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'connection',
  ECONNRESET: 'connection',
  EHOSTUNREACH: 'connection',
  ENETUNREACH: 'connection',
  EPIPE: 'connection',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
};

export interface WebhookChannelOptions {
  /** Hosts (`name` or `name:port`) that the deployment trusts: they may be private and without TLS. */
  readonly trustedHosts: readonly string[];
  readonly now: () => number;
}

/** Sends messages over HTTPS to public addresses; redirects are not followed and answers are not kept. */
export function httpsWebhookChannel({ trustedHosts, now }: WebhookChannelOptions): WebhookChannel {
  const trusted = new Set(trustedHosts);
  const isTrusted = ({ hostname, host }: URL) => trusted.has(hostname) || trusted.has(host);
  const agents = {
    guarded: new https.Agent({ keepAlive: true, maxSockets: 50, lookup: guardedLookup }),
    trusted: new https.Agent({ keepAlive: true, maxSockets: 50 }),
    plain: new http.Agent({ keepAlive: true, maxSockets: 50 }),
  };

  function refusal(text: string): ReturnType<WebhookChannel['refusal']> {
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') return 'has-credentials';
    if (isTrusted(url) && (url.protocol === 'https:' || url.protocol === 'http:')) return undefined;
    if (url.protocol !== 'https:') return 'not-https';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !isPublicAddress(host)) return 'address-not-public';
    return undefined;
  }

  function request(message: WebhookMessage): Promise<number> {
    const url = new URL(message.url);
    const guarded = !isTrusted(url);
    const client = url.protocol === 'http:' ? http : https;
    const agent = url.protocol === 'http:' ? agents.plain : guarded ? agents.guarded : agents.trusted;
    return new Promise((resolve, reject) => {
      const sent = client.request(
        url,
        {
          method: 'POST',
          agent,
          signal: AbortSignal.timeout(LONGEST),
          headers: { ...message.headers, 'content-length': Buffer.byteLength(message.body) },
        },
        answer => {
          let read = 0;
          answer.on('data', (part: Buffer) => {
            read += part.length;
            if (read > MOST_ANSWER) {
              answer.destroy();
              resolve(answer.statusCode ?? 0);
            }
          });
          answer.on('end', () => resolve(answer.statusCode ?? 0));
          answer.on('error', reject);
        },
      );
      sent.on('error', reject);
      sent.end(message.body);
    });
  }

  return {
    refusal,
    async post(message): Promise<WebhookOutcome> {
      const begun = now();
      const failed = (reason: string, gone = false): WebhookOutcome => ({
        delivered: false,
        milliseconds: now() - begun,
        reason,
        gone,
      });
      const refused = refusal(message.url);
      if (refused) return failed(refused);
      try {
        const status = await request(message);
        if (status >= 200 && status < 300) return { delivered: true, milliseconds: now() - begun };
        if (status >= 300 && status < 400) return failed('redirect');
        return failed(`http-${status}`, status === GONE);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return failed(
          REASONS[code] ??
            (/^(ERR_TLS|CERT_|DEPTH_|UNABLE_|SELF_SIGNED|EPROTO)/.test(code) ? 'tls' : 'connection'),
        );
      }
    },
  };
}
