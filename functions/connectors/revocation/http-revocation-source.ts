import type { RevocationSource } from '../../domain/ports/revocation-source.ts';
import { Cert } from '../../domain/signatures/certificate.ts';
import { readCrl, signedBy } from '../../domain/signatures/crl.ts';
import { readOcsp, statusIn } from '../../domain/signatures/ocsp.ts';
import { fetchBounded } from '../../kernel/http/fetch-bounded.ts';
import { ocspRequest } from './ocsp-request.ts';
import { placesOf } from './places.ts';

const MILLISECONDS = 8000;
/** Lists of large authorities have some megabytes. */
const MOST_LIST = 12 * 1024 * 1024;
const MOST_ANSWER = 64 * 1024;
/** Of the places that a certificate names, so many are tried. */
const MOST_PLACES = 3;

export interface RevocationOptions {
  /** Hosts, `name` or `name:port`, that may be private. Certificates name others, and those must be public. */
  readonly trustedHosts: readonly string[];
  readonly now: () => number;
  readonly milliseconds?: number;
}

/**
 * Asks the authorities that certificates name: by OCSP first, which is small, then for their lists. What is not signed
 * by the issuer is not taken.
 */
export function httpRevocationSource(options: RevocationOptions): RevocationSource {
  const { trustedHosts, now, milliseconds = MILLISECONDS } = options;
  const get = async (url: string, mostBytes: number, body?: Uint8Array): Promise<Buffer | undefined> => {
    const asked = { url, milliseconds, mostBytes, trustedHosts };
    const answer = await fetchBounded(
      body ? { ...asked, body, contentType: 'application/ocsp-request' } : asked,
    );
    return 'status' in answer && answer.status === 200 ? answer.body : undefined;
  };

  async function ocspOf(certificate: Cert, issuer: Cert): Promise<Buffer | undefined> {
    for (const url of placesOf(certificate).ocsp.slice(0, MOST_PLACES)) {
      const body = await get(url, MOST_ANSWER, ocspRequest(certificate, issuer));
      const answer = body && readOcsp(body);
      if (answer && statusIn(answer, certificate, issuer, now())) return body;
    }
    return undefined;
  }

  async function crlOf(certificate: Cert, issuer: Cert): Promise<Buffer | undefined> {
    for (const url of placesOf(certificate).crl.slice(0, MOST_PLACES)) {
      const body = await get(url, MOST_LIST);
      const list = body && readCrl(body);
      if (list && signedBy(list, issuer)) return body;
    }
    return undefined;
  }

  return {
    async fetch(chain) {
      const certificates = chain.flatMap(der => Cert.read(der) ?? []);
      const crls: Uint8Array[] = [];
      const ocsps: Uint8Array[] = [];
      await Promise.all(
        certificates.slice(0, -1).map(async (certificate, index) => {
          const issuer = certificates[index + 1];
          if (!issuer) return;
          const answer = await ocspOf(certificate, issuer);
          if (answer) ocsps.push(answer);
          const list = answer ? undefined : await crlOf(certificate, issuer);
          if (list) crls.push(list);
        }),
      );
      return { crls, ocsps };
    },
  };
}
