import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { succeed } from '../commands.ts';
import type { Issuers } from '../issuers.ts';
import { cleanEnvironment, fileOf, type Place } from '../place.ts';

/** What was synthesized: the folder that the CDK CLI deploys from. */
export interface Assembly {
  readonly folder: string;
  readonly templates: readonly string[];
  /** Names of the stacks, in the order in which they are deployed. */
  readonly stacks: readonly string[];
}

/** Synthesizes a province that trusts these issuers. */
export async function synthesize(place: Place, issuers: Issuers): Promise<Assembly> {
  const folder = fileOf(place, 'cdk.out');
  const settings = fileOf(place, 'settings.json');
  issuers.writeSettings(settings);
  await succeed(['npx', '--no-install', 'cdk', 'synth', '--quiet', '--output', folder], {
    env: {
      ...cleanEnvironment(),
      ...QUIET_CDK,
      CDK_HOME: fileOf(place, 'cdk-home'),
      MOTCUA_SETTINGS: settings,
      MOTCUA_BUNDLES: fileOf(place, 'bundles'),
    },
    log: fileOf(place, 'synth.log'),
    seconds: 600,
  });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, { type: string; properties?: { stackName?: string } }>;
  };
  return {
    folder,
    templates: readdirSync(folder).filter(name => name.endsWith('.template.json')),
    stacks: Object.values(manifest.artifacts).flatMap(({ type, properties }) =>
      type === 'aws:cloudformation:stack' ? (properties?.stackName ?? []) : [],
    ),
  };
}

/** No news, no look-ups, no questions. */
export const QUIET_CDK = {
  CDK_DISABLE_VERSION_CHECK: 'true',
  CDK_NOTICES: 'false',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
};
