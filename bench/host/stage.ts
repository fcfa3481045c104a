import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDevKeys } from '../../local/dev-tokens/dev-keys.ts';
import { loadStarterProvince } from '../../province/load-starter-province.ts';
import { devClient } from '../../start/api-client.ts';
import { loadProvince } from '../../start/load-province.ts';
import { localSettings, widestQuotas } from '../../start/local-settings.ts';
import { synthesize } from '../../start/synthesize.ts';
import { stillDeciding } from '../../test/support/still-deciding.ts';
import { startBenchHost } from './host-process.ts';

/** What every part of the bench starts from: the synthesized application, and a data folder with the starter province in it. */
export interface Stage {
  readonly folder: string;
  /** The cloud assembly, as synthesized. */
  readonly assembly: string;
  /** A data folder of one's own, with the province loaded. */
  dataFolder(name: string): string;
  remove(): void;
}

/**
 * As in a deployment, but for people: the bench's one citizen submits for all, and would
 * wait for itself at its counter.
 */
const benchQuotas = {
  ...widestQuotas,
  submissions: { ...widestQuotas.submissions, person: 0 },
  uploads: { ...widestQuotas.uploads, person: 0 },
};

/** Synthesizes the application and loads the province, in a new temporary folder. */
export async function openStage(say: (line: string) => void): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const assemblyData = join(folder, 'assembly');
    mkdirSync(assemblyData);
    const settings = localSettings(await openDevKeys(assemblyData), { quotas: benchQuotas });
    const assembly = await synthesize({ dataFolder: assemblyData, settings, say });
    const province = join(folder, 'province');
    mkdirSync(province);
    // The assembly trusts the keys it was synthesized with.
    copyFileSync(join(assemblyData, 'dev-keys.json'), join(province, 'dev-keys.json'));
    say('Loading the starter province …');
    const host = await startBenchHost({ assembly, data: province });
    const administrator = { kind: 'administrator', id: 'quantri.h44', unit: 'H44' };
    await loadProvince(
      await devClient(host.apiUrl, administrator),
      stillDeciding(loadStarterProvince()),
      () => undefined,
    );
    await host.stop();
    return {
      folder,
      assembly,
      dataFolder(name) {
        const data = join(folder, name);
        cpSync(province, data, { recursive: true });
        return data;
      },
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}
