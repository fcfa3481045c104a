import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import {
  groupedCode,
  VERIFICATION_ALPHABET,
  VERIFICATION_SIGNS,
} from '../../../schemas/codes/verification-code.ts';
import type { StoredKeyring } from '../../../schemas/stored/keyring.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../keys/keys.ts';
import { readSecrets } from './read-secrets.ts';

/** Secrets of the deployment: created at first use and kept in the encrypted table. */
export interface Keyring {
  /** The digest that stands for a person or organization in keys, events and logs, instead of their number. */
  personKey(number: string): string;
  /** The digest of a search term: a name, a number. */
  termKey(term: string): string;
  /**
   * The code printed on a result, by which anyone can verify it: 130 bits that cannot be guessed, and the same each
   * time the result is rendered.
   */
  resultCode(dossier: string, number: string): string;
  resultCodeFits(dossier: string, number: string, given: string): boolean;
  /** The seal of a collection code, as long as the code of a result. */
  collectionSeal(text: string): string;
  collectionSealFits(text: string, given: string): boolean;
  /** The key to the payment of a dossier: whoever has the link may see what is owed, and pay it. */
  paymentKey(dossier: string): string;
  paymentKeyFits(dossier: string, given: string): boolean;
  /** The seal of a page cursor, so that nobody can forge one. */
  sealCursor(text: string): string;
  cursorSealFits(text: string, seal: string): boolean;
}

function keyringOf(secrets: StoredKeyring): Keyring {
  const hmac = (secret: string, text: string) =>
    createHmac('sha256', secret).update(text).digest('base64url');
  // Apart from the digests of people and terms, which no line break is in.
  const codeOf = (use: string, text: string) => {
    const digest = createHmac('sha256', secrets.persons).update(`${use}\n${text}`).digest();
    const signs = [...digest.subarray(0, VERIFICATION_SIGNS)].map(byte => VERIFICATION_ALPHABET[byte % 32]);
    return groupedCode(signs.join(''));
  };
  const resultCode = (dossier: string, number: string) => codeOf('result', `${dossier}\n${number}`);
  const collectionSeal = (text: string) => codeOf('collection', text);
  const paymentKey = (dossier: string) => codeOf('payment', dossier);
  const same = (one: string, other: string) => {
    const [right, given] = [Buffer.from(one), Buffer.from(other)];
    return right.length === given.length && timingSafeEqual(right, given);
  };
  return {
    resultCode,
    resultCodeFits: (dossier, number, given) => same(resultCode(dossier, number), given),
    collectionSeal,
    collectionSealFits: (text, given) => same(collectionSeal(text), given),
    paymentKey,
    paymentKeyFits: (dossier, given) => same(paymentKey(dossier), given),
    personKey: number => hmac(secrets.persons, number).slice(0, 32),
    termKey: term => hmac(secrets.persons, term).slice(0, 22),
    sealCursor: text => hmac(secrets.cursors, text).slice(0, 22),
    cursorSealFits: (text, seal) => same(hmac(secrets.cursors, text).slice(0, 22), seal),
  };
}

export type KeyringOpener = (table: Table) => () => Promise<Keyring>;

/**
 * Opens the keyring; all later calls of the instance share the same object. Where the deployment has none yet, nobody
 * is kept by a digest: one for the moment, with which nothing is found, answers as truly.
 */
export const keyringOpener: KeyringOpener = table =>
  sharedOnceFound(async () => {
    const found = await read(table);
    return found ? { keyring: found, kept: true } : { keyring: keyringOf(freshSecrets()), kept: false };
  });

/**
 * Opens the keyring, making it if the deployment has none yet: for the functions that
 * first keep anybody by a digest.
 */
export const keyringMaker: KeyringOpener = table =>
  sharedOnceFound(async () => ({ keyring: (await read(table)) ?? (await make(table)), kept: true }));

function sharedOnceFound(open: () => Promise<{ keyring: Keyring; kept: boolean }>): () => Promise<Keyring> {
  let opened: Promise<Keyring> | undefined;
  const forget = () => {
    opened = undefined;
  };
  return () => {
    opened ??= open().then(
      ({ keyring, kept }) => {
        if (!kept) forget();
        return keyring;
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return opened;
  };
}

async function read(table: Table): Promise<Keyring | undefined> {
  const secrets = await readSecrets(table);
  return secrets && keyringOf(secrets);
}

function freshSecrets(): StoredKeyring {
  const secret = () => randomBytes(32).toString('base64url');
  return { persons: secret(), cursors: secret() };
}

async function make(table: Table): Promise<Keyring> {
  const key = keys.keyring();
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key, ...freshSecrets() },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    // Another instance created it at the same moment; its secrets are the deployment's.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
  const made = await read(table);
  if (!made) throw new TypeError('the keyring that was made is gone');
  return made;
}
