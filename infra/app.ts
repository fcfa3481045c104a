import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, Tags, Validations } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { STACKS } from '../functions/kernel/feature.ts';
import { checkLaw } from '../law/check-law.ts';
import { endWith, Refusal } from '../tools/refusal.mjs';
import { type Bundle, bundleFunctions } from './bundling/bundle-functions.ts';
import { constructName } from './constructs/construct-names.ts';
import type { Plan } from './manifests/plan.ts';
import { readPlan } from './manifests/read-plan.ts';
import { demandUnreserved } from './settings/reserved-concurrency.ts';
import { type ProvinceSettings, readSettings } from './settings/settings.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { Deployment } from './stacks/deployment.ts';
import { EdgeStack } from './stacks/edge-stack.ts';
import { FeatureStack } from './stacks/feature-stack.ts';
import { RecordsStack } from './stacks/records-stack.ts';
import { HouseChecks } from './validation/house-checks.ts';

/** Outside parties that a province may be connected with; each has a secret. */
const PARTIES = [
  'nationalStore',
  'paymentPlatform',
  'bankNotices',
  'receiptVnpt',
  'receiptViettel',
  'taxOffice',
] as const;

/** The feature flags of cdk.json, which the CLI passes by itself and the embedded host does not. */
function featureFlags(): Record<string, unknown> {
  const file = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  return file.context;
}

/** Reads settings and manifests, bundles the functions, and creates the stacks of one province's deployment. */
export async function synthesizeProvince(options: {
  settingsFile: string;
  bundleFolder: string;
  outdir?: string;
}): Promise<App> {
  const settings = readSettings(options.settingsFile);
  checkLaw();
  const plan = await readPlan();
  const bundles = await bundleFunctions(plan.functions.values(), options.bundleFolder, settings);
  return composeProvince({ ...options, settings, plan, bundles });
}

/** Creates the stacks: stored data, and what runs. */
export function composeProvince(options: {
  settings: ProvinceSettings;
  plan: Plan;
  bundles: ReadonlyMap<string, Bundle>;
  outdir?: string;
}): App {
  const { settings, plan, bundles } = options;
  demandUnreserved(plan, settings.reservedConcurrency);
  const app = new App({
    context: featureFlags(),
    ...(options.outdir !== undefined && { outdir: options.outdir }),
  });
  Validations.of(app).addPlugins(new HouseChecks());
  const called = (part: string) => `motcua-${settings.name}-${part}`;
  const records = new RecordsStack(app, 'Records', {
    stackName: called('records'),
    description: 'Một Cửa: records, files and results of the province (kept)',
    // Where only some origins may upload, the pages' own are among them.
    allowedOrigins:
      settings.allowedOrigins.length === 0
        ? []
        : [
            ...settings.allowedOrigins,
            ...(settings.edge?.domain?.names ?? []).map(name => `https://${name}`),
          ],
    anchors: settings.anchors,
    resultsLock: settings.resultsLock,
    connected: {
      province: settings.name,
      parties: PARTIES.filter(name => settings[name]),
    },
    streams: plan.sources.some(({ from }) => 'newItems' in from),
  });
  const deployment = new Deployment({ plan, records, settings, bundles });
  // Named before there were other stacks; under another name its resources would be recreated.
  new ApiStack(app, 'Service', {
    stackName: called('service'),
    description: 'Một Cửa: what answers, and the state machine',
    deployment,
  });
  const behind = STACKS.filter(part => part !== 'api');
  for (const part of behind.filter(name => [...plan.functions.values()].some(({ stack }) => stack === name)))
    new FeatureStack(app, constructName(part), {
      stackName: called(part),
      description: `Một Cửa: ${part}`,
      deployment,
      part,
    }).makeAll();
  if (settings.edge?.rates)
    new EdgeStack(app, 'Edge', {
      stackName: called('edge'),
      description: 'Một Cửa: rules of AWS WAF for CloudFront',
      env: { region: 'us-east-1' },
      name: settings.name,
      rates: settings.edge.rates,
      logRetention: settings.logDays as RetentionDays,
    });
  Tags.of(app).add('system', 'motcua');
  Tags.of(app).add('province', settings.agency);
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const settingsFile =
    process.env['MOTCUA_SETTINGS'] ??
    fileURLToPath(new URL('../province/phu-tho/settings.json', import.meta.url));
  const bundleFolder =
    process.env['MOTCUA_BUNDLES'] ?? fileURLToPath(new URL('../.build/functions', import.meta.url));
  try {
    (await synthesizeProvince({ settingsFile, bundleFolder })).synth();
  } catch (thrown) {
    // A stack trace helps with a fault of the app, not with invalid input.
    if (!(thrown instanceof Refusal)) throw thrown;
    endWith(thrown);
  }
}
