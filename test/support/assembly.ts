import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDevKeys } from '../../local/dev-tokens/dev-keys.ts';
import { localSettings, widestQuotas } from '../../start/local-settings.ts';
import { synthesize } from '../../start/synthesize.ts';
import { eventually } from './eventually.ts';

/** Where the synthesized assembly is kept between runs; it is made again only when its sources have changed. */
export const ASSEMBLY = fileURLToPath(new URL('../../.build/test-host/', import.meta.url));

/** The folder of the assembly. Processes that run side by side make it one after the other. */
export async function assembly(say: (line: string) => void = () => undefined): Promise<string> {
  mkdirSync(ASSEMBLY, { recursive: true });
  const lock = join(ASSEMBLY, 'lock');
  await eventually(() => taken(lock), { within: 120_000 });
  try {
    const settings = localSettings(await openDevKeys(ASSEMBLY), { quotas: widestQuotas });
    return await synthesize({ dataFolder: ASSEMBLY, settings, say });
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Takes the lock, from a run that died too: no synthesis takes three minutes. */
function taken(lock: string): true | undefined {
  if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 180_000)
    rmSync(lock, { recursive: true, force: true });
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return undefined;
  }
}
