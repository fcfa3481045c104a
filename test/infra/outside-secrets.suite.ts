import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RecordsStack } from '../../infra/stacks/records-stack.ts';
import { anchorSettings } from '../../schemas/anchor/settings.ts';
import { resultsLock } from '../../schemas/results-lock.ts';
import { featureFlagsOfTheApp } from './feature-flags.ts';
import { grants } from './granted.ts';
import { listOf, resources, type Synthesized } from './synthesized.ts';

const SECRET = 'AWS::SecretsManager::Secret';

/**
 * How outside parties are reached: by secrets that operators fill in, each read by the functions that ask the party.
 */
export function outsideSecretsSuite(province: () => Synthesized): void {
  describe('the secrets of outside parties', () => {
    test('are kept, and of none does the template know a value', () => {
      const secrets = resources(province().records, SECRET).map(([, secret]) => secret);
      expect(secrets.map(({ Properties }) => Properties['Name']).sort()).toEqual([
        'motcua/thu-nghiem/bank-notices',
        'motcua/thu-nghiem/national-store',
        'motcua/thu-nghiem/payment-platform',
        'motcua/thu-nghiem/receipt-viettel',
        'motcua/thu-nghiem/receipt-vnpt',
        'motcua/thu-nghiem/tax-office',
      ]);
      for (const secret of secrets) {
        expect(secret).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
        expect(secret.Properties).not.toHaveProperty('SecretString');
      }
      expect(resources(province().running, SECRET)).toEqual([]);
    });

    test('are read by the functions that ask or believe the party, and nothing else of them', () => {
      const given = grants(province()).filter(({ statement }) =>
        listOf(statement.Action).some(action => action.startsWith('secretsmanager:')),
      );
      const readers = (party: string) =>
        given
          .filter(({ statement }) => JSON.stringify(statement.Resource).includes(party))
          .flatMap(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, '')))
          .sort();
      expect(readers('NationalStore')).toEqual(['NationalStore']);
      expect(readers('PaymentPlatform')).toEqual(['PaymentAsking', 'Payments', 'Settling', 'SettlingNight']);
      expect(readers('BankNotices')).toEqual(['Payments']);
      for (const provider of ['ReceiptVnpt', 'ReceiptViettel'])
        expect(readers(provider)).toEqual(['ReceiptAsking', 'ReceiptIssue']);
      expect(readers('TaxOffice')).toEqual(['LandTax', 'LandTaxLine']);
      for (const { statement } of given)
        expect(listOf(statement.Action)).toEqual(['secretsmanager:GetSecretValue']);
    });

    test('has no secret where the settings do not ask for it', () => {
      const outdir = mkdtempSync(join(tmpdir(), 'motcua-unasked-'));
      onTestFinished(() => rmSync(outdir, { recursive: true, force: true }));
      const anchors = anchorSettings.parse({});
      const app = new App({ outdir, context: featureFlagsOfTheApp() });
      const lock = resultsLock.parse({});
      const stack = new RecordsStack(app, 'Records', { anchors, resultsLock: lock, allowedOrigins: [] });
      expect(resources(Template.fromStack(stack), SECRET)).toEqual([]);
      expect(stack.secrets).toEqual({});
    });
  });
}
