import { createHmac } from 'node:crypto';
import type { Table } from '../../kernel/table/table.ts';
import { readSecrets } from './read-secrets.ts';

/** Characters of a digest: 132 bits, so that no two accounts share one. */
const SIGNS = 22;

/**
 * The digest by which the access log tells accounts apart, and nobody without the deployment's secret
 * finds out whose it is. Another than the one in ledgers, so that the log leads to no dossier; a line
 * break is in no digest of a person.
 */
export function accountDigestWith(secret: string, account: string): string {
  return createHmac('sha256', secret).update(`account\n${account}`).digest('base64url').slice(0, SIGNS);
}

/**
 * Digests accounts with the deployment's keyring, which this only reads: undefined while there is none, before
 * anything was submitted.
 */
export function accountDigester(table: Table): (account: string) => Promise<string | undefined> {
  let secret: string | undefined;
  return async account => {
    secret ??= (await readSecrets(table))?.persons;
    return secret === undefined ? undefined : accountDigestWith(secret, account);
  };
}
