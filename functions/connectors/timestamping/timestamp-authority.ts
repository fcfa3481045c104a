import { randomBytes } from 'node:crypto';
import type { TimestampAuthority, TimestampOutcome } from '../../domain/ports/timestamping.ts';
import { readCertificates } from '../../domain/signatures/chain.ts';
import { readCms } from '../../domain/signatures/cms.ts';
import { integer, nothing, octets, oid, sequence, yes } from '../../domain/signatures/der.ts';
import { checkTimestamp } from '../../domain/signatures/timestamp.ts';
import { readTimestampInfo } from '../../domain/signatures/timestamp-info.ts';
import { fetchBounded } from '../../kernel/http/fetch-bounded.ts';
import { readTimestampAnswer } from './read-answer.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const MILLISECONDS = 10_000;
const MOST_BYTES = 128 * 1024;

export interface TimestampingOptions {
  readonly url: string;
  /** Authorities of timestamps that are trusted, as DER. */
  readonly authorities: readonly Uint8Array[];
  /** How long an answer is waited for. */
  readonly milliseconds?: number;
}

/**
 * An authority that speaks RFC 3161 over HTTP. Its address comes from the settings, so it may be in a private network.
 * What it answers is believed only if it is of what was asked, of this request, and signed by somebody trusted.
 */
export function httpTimestampAuthority(options: TimestampingOptions): TimestampAuthority {
  const { url, milliseconds = MILLISECONDS } = options;
  const authorities = readCertificates(options.authorities);
  return {
    async stamp(digest): Promise<TimestampOutcome> {
      const nonce = randomBytes(8);
      const imprint = sequence(sequence(oid(SHA256), nothing()), octets(digest));
      const answer = await fetchBounded({
        url,
        body: sequence(integer(1), imprint, integer(nonce), yes()),
        contentType: 'application/timestamp-query',
        milliseconds,
        mostBytes: MOST_BYTES,
        trustedHosts: [new URL(url).host],
      });
      if ('fault' in answer) return missed(answer.fault === 'timeout' ? 'slow' : 'unreachable', answer.fault);
      if (answer.status !== 200) return missed('unreachable', `http-${answer.status}`);
      const read = readTimestampAnswer(answer.body);
      if (read === undefined) return missed('untrustworthy', 'malformed');
      if (!('token' in read)) return missed('refused', `status-${read.status}`);
      const info = readTimestampInfo(readCms(read.token)?.content.bytes);
      if (!info?.nonce || !integer(nonce).subarray(2).equals(info.nonce))
        return missed('untrustworthy', 'nonce');
      const { faults } = checkTimestamp(read.token, () => Buffer.from(digest), { known: [], authorities });
      return faults.length === 0
        ? { stamped: true, token: read.token }
        : missed('untrustworthy', faults.join(' '));
    },
  };
}

const missed = (
  reason: Extract<TimestampOutcome, { readonly stamped: false }>['reason'],
  detail: string,
): TimestampOutcome => ({ stamped: false, reason, detail });
