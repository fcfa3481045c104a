import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountOf } from '../../../functions/features/identity/account-of.ts';
import { accountDigester, accountDigestWith } from '../../../functions/records/keyring/account-digest.ts';
import { keyringMaker } from '../../../functions/records/keyring/keyring.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { type LocalTable, openLocalTable } from '../../support/lifecycle/local-table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const number = '025090000001';
const citizen = { kind: 'citizen', identityNumber: number, level: 2 } as const;
const officer: Principal = { kind: 'officer', id: 'tiepnhan.h44-101', unit: 'H44.101', roles: [] };

describe('the account in the access log', () => {
  it('is nothing as long as the deployment has no secret, and makes none', async () => {
    const digest = accountDigester(local.table);
    expect(await digest('officer:x')).toBeUndefined();
    await keyringMaker(local.table)();
    expect(await digest('officer:x')).toMatch(/^[\w-]{22}$/);
  });

  it('is a digest: the same for an account, another for each, and none that a ledger holds', async () => {
    const keyring = await keyringMaker(local.table)();
    const digest = accountDigester(local.table);
    const [one, again, other] = await Promise.all(
      [citizen, { ...citizen, level: 1 } as const, officer].map(caller => digest(accountOf(caller) ?? '')),
    );
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(one).not.toContain(number);
    expect(keyring.personKey(number)).not.toContain(one);
    expect(keyring.termKey(`account\n${number}`)).not.toBe(one);
  });

  it('depends on the secret, and can be computed by whoever has it', () => {
    expect(accountDigestWith('k'.repeat(43), 'officer:x')).not.toBe(
      accountDigestWith('j'.repeat(43), 'officer:x'),
    );
    // printf 'account\nofficer:x' | openssl dgst -sha256 -mac HMAC -macopt key:kkk… -binary | basenc --base64url
    expect(accountDigestWith('k'.repeat(43), 'officer:x')).toBe('M5wK3OzUxVegiWdSUu9ZcF');
  });

  it('is nobody without a token', () => {
    expect(accountOf({ kind: 'anonymous' })).toBeUndefined();
  });
});
