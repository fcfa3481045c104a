import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { checkLaw } from '../law/check-law.ts';
import { endWith, Refusal } from '../tools/refusal.mjs';
import { bundleFunctions } from './bundling/bundle-functions.ts';
import { readSettings } from './settings/settings.ts';
import { RecordsStack } from './stacks/records-stack.ts';
import { ServiceStack } from './stacks/service-stack.ts';
import { HouseChecks } from './validation/house-checks.ts';

/** The feature flags of cdk.json, which the CLI passes by itself and the embedded host does not. */
function featureFlags(): Record<string, unknown> {
  const file = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  return file.context;
}

/** Synthesizes one province's deployment from its settings: two stacks, what is kept and what runs. */
export async function synthesizeProvince(options: {
  settingsFile: string;
  bundleFolder: string;
  outdir?: string;
}): Promise<App> {
  const settings = readSettings(options.settingsFile);
  checkLaw();
  const bundles = await bundleFunctions(options.bundleFolder);
  const app = new App({
    context: featureFlags(),
    ...(options.outdir !== undefined && { outdir: options.outdir }),
  });
  Validations.of(app).addPlugins(new HouseChecks());
  const stackName = (part: string) => `motcua-${settings.name}-${part}`;
  const records = new RecordsStack(app, 'Records', {
    stackName: stackName('records'),
    description: 'Một Cửa: records, files and results of the province (kept)',
    allowedOrigins: settings.allowedOrigins,
  });
  new ServiceStack(app, 'Service', {
    stackName: stackName('service'),
    description: 'Một Cửa: what runs',
    records,
    settings,
    bundles,
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
    // A stack is of use for a fault of the app, not for one of what it was given.
    if (!(thrown instanceof Refusal)) throw thrown;
    endWith(thrown);
  }
}
