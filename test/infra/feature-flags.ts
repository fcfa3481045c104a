import { readFileSync } from 'node:fs';

/** The feature flags of cdk.json, under which the app is synthesized. */
export function featureFlagsOfTheApp(): Record<string, unknown> {
  const file = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  return file.context;
}
