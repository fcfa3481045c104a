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

/** How the national store is reached: a secret that operators fill in, and one function reads. */
export function nationalStoreSuite(province: () => Synthesized): void {
  describe('the national store', () => {
    test('is reached by a secret that is kept, and of which the template knows no value', () => {
      const [[, secret] = [], ...others] = resources(province().records, SECRET);
      expect(others).toEqual([]);
      expect(secret).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          Name: 'motcua/thu-nghiem/national-store',
          GenerateSecretString: { GenerateStringKey: 'consumerSecret' },
        },
      });
      expect(secret?.Properties).not.toHaveProperty('SecretString');
      expect(resources(province().running, SECRET)).toEqual([]);
    });

    test('is asked by one function, which alone reads the secret and nothing else of it', () => {
      const given = grants(province()).filter(({ statement }) =>
        listOf(statement.Action).some(action => action.startsWith('secretsmanager:')),
      );
      expect(given.map(({ roles }) => roles.map(role => role.replace(/Role[0-9A-F]{8}$/, '')))).toEqual([
        ['NationalStore'],
      ]);
      expect(given.map(({ statement }) => listOf(statement.Action))).toEqual([
        ['secretsmanager:GetSecretValue'],
      ]);
      expect(JSON.stringify(given[0]?.statement.Resource)).toContain('NationalStore');
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
