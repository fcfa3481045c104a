import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack, Validations } from 'aws-cdk-lib';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IApplyRule } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HouseChecks } from '../../infra/validation/house-checks.ts';
import { featureFlagsOfTheApp } from './feature-flags.ts';
import { assemblyJson, type Synthesized } from './synthesized.ts';

/** The house’s checks, counting what they look at: a report without findings says nothing if nothing was checked. */
class CountingChecks extends HouseChecks {
  readonly resources = new Set<string>();
  evaluations = 0;

  protected override applyRule(params: IApplyRule): void {
    this.evaluations += 1;
    this.resources.add(params.node.node.path);
    super.applyRule(params);
  }
}

/** Rules by name, without what the finding is about. */
const ruleNames = (names: readonly string[]) =>
  [...new Set(names.map(name => name.replace(/\[.*$/s, '')))].sort();

/** Hides every explanation of an app, and gives back how many there were and the way to show them again. */
function withoutExplanations(app: IConstruct): { hidden: number; show: () => void } {
  const nodes = app.node.findAll().map(({ node }) => node);
  let hidden = 0;
  for (const node of nodes) {
    const rest = node.metadata.filter(({ type }) => type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    hidden += node.metadata.length - rest.length;
    // CDK offers no way to withdraw an acknowledgement; this node answers otherwise until its own getter shows again.
    Object.defineProperty(node, 'metadata', { value: rest, configurable: true });
  }
  return { hidden, show: () => nodes.forEach(node => void Reflect.deleteProperty(node, 'metadata')) };
}

/** cdk-nag and CloudFormation’s own validation, and that they really look. */
export function checksSuite(province: () => Synthesized): void {
  describe('checks at synthesis', () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'motcua-checks-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    function smallApp(fill: (stack: Stack) => void): App {
      const app = new App({ context: featureFlagsOfTheApp(), outdir: mkdtempSync(join(folder, 'app-')) });
      Validations.of(app).addPlugins(new HouseChecks());
      fill(new Stack(app, 'Small'));
      return app;
    }

    test('cdk-nag looked at every resource and left no finding open', () => {
      const checks = new CountingChecks();
      const report = checks.validateScope(province().app);
      const all = province()
        .app.node.findAll()
        .filter(construct => CfnResource.isCfnResource(construct));
      expect(report.violations).toEqual([]);
      expect(report.success).toBe(true);
      expect(checks.resources.size).toBe(all.length);
      expect(all.length).toBeGreaterThan(150);
      expect(checks.evaluations).toBeGreaterThan(10_000);
    });

    test('without their explanations the same resources fail', () => {
      const { hidden, show } = withoutExplanations(province().app);
      try {
        const report = new HouseChecks().validateScope(province().app);
        expect(hidden).toBeGreaterThan(20);
        expect(report.success).toBe(false);
        expect(ruleNames(report.violations.map(({ ruleName }) => ruleName))).toEqual([
          'AwsSolutions-APIG4',
          'AwsSolutions-IAM5',
          'AwsSolutions-SMG4',
          'AwsSolutions-SQS3',
        ]);
      } finally {
        show();
      }
      expect(new HouseChecks().validateScope(province().app).success).toBe(true);
    });

    test('the synthesis wrote a report without a finding, warnings included', () => {
      expect(assemblyJson(province(), 'validation-report.json')).toMatchObject({ pluginReports: [] });
    });

    test('a bad bucket stops the synthesis until it is explained', () => {
      const bad = smallApp(stack => void new Bucket(stack, 'Open'));
      expect(() => bad.synth()).toThrow(/AwsSolutions-S1\b[\s\S]*AwsSolutions-S10\b/);
      const explained = smallApp(stack => {
        const bucket = new Bucket(stack, 'Open');
        Validations.of(bucket).acknowledge(
          { id: 'AwsSolutions-S1', reason: 'a test' },
          { id: 'AwsSolutions-S10', reason: 'a test' },
        );
      });
      expect(() => explained.synth()).not.toThrow();
    });

    test('an explanation holds for its own construct only', () => {
      const app = smallApp(stack => {
        const explained = new Bucket(stack, 'Explained', { enforceSSL: true });
        Validations.of(explained).acknowledge({ id: 'AwsSolutions-S1', reason: 'a test' });
        new Bucket(stack, 'Neighbour', { enforceSSL: true });
      });
      const { violations } = new HouseChecks().validateScope(app);
      expect(
        violations.flatMap(({ ruleName, violatingResources }) =>
          violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
        ),
      ).toEqual(['AwsSolutions-S1 Small/Neighbour/Resource']);
    });

    test('what CloudFormation would refuse stops the synthesis', () => {
      const app = smallApp(stack => {
        const queue = new CfnQueue(stack, 'Queue', {});
        queue.addPropertyOverride('VisibilityTimeout', 'a while');
        Validations.of(queue).acknowledge(
          { id: 'AwsSolutions-SQS3', reason: 'a test' },
          { id: 'AwsSolutions-SQS4', reason: 'a test' },
        );
      });
      expect(() => app.synth()).toThrow(/VisibilityTimeout/);
    });

    test('what CloudFormation does not know stops the synthesis', () => {
      const app = smallApp(stack => {
        const bucket = new CfnBucket(stack, 'Bucket', {});
        bucket.addPropertyOverride('Versionning', { Status: 'Enabled' });
        Validations.of(bucket).acknowledge(
          ...['S1', 'S2', 'S10'].map(rule => ({ id: `AwsSolutions-${rule}`, reason: 'a test' })),
        );
      });
      expect(() => app.synth()).toThrow(/Versionning/);
    });
  });
}
