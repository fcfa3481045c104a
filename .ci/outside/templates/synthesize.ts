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

/** What no emulator has, and what is off by default: its templates are read, not deployed. */
export const BEHIND_CLOUDFRONT = {
  reservedConcurrency: { authorizer: 50, public: 20 },
  nationalStore: true,
  edge: {
    rates: { trusted: ['203.0.113.0/24', '2001:db8::/48'] },
    webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/motcua/a1b2',
    secretGeneration: 2,
  },
};

/** Synthesizes a province that trusts these issuers, with more settings if they are given, under a name of its own. */
export async function synthesize(
  place: Place,
  issuers: Issuers,
  more: { readonly name: string; readonly settings: Record<string, unknown> } = { name: '', settings: {} },
): Promise<Assembly> {
  const folder = fileOf(place, `cdk.out${more.name}`);
  const settings = fileOf(place, `settings${more.name}.json`);
  issuers.writeSettings(settings, more.settings);
  await succeed(['npx', '--no-install', 'cdk', 'synth', '--quiet', '--output', folder], {
    env: {
      ...cleanEnvironment(),
      ...QUIET_CDK,
      CDK_HOME: fileOf(place, 'cdk-home'),
      MOTCUA_SETTINGS: settings,
      MOTCUA_BUNDLES: fileOf(place, 'bundles'),
    },
    log: fileOf(place, `synth${more.name}.log`),
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
