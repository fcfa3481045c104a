import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotas } from '../../schemas/quotas.ts';
import { CLASSES } from '../../tools/attack/classes.ts';
import { Target } from '../../tools/attack/target.ts';
import { assemblyWithQuotas } from '../support/assembly-with.ts';
import { bootProvince, type ProvinceHost } from '../support/province-host.ts';

const MINUTES = 60_000;

let province: ProvinceHost;
let target: Target;
let assemblyFolder = '';
const folder = mkdtempSync(join(tmpdir(), 'motcua-attacked-'));

beforeAll(async () => {
  // The quotas of a deployment that says nothing of them.
  assemblyFolder = await assemblyWithQuotas(quotas.parse({}));
  province = await bootProvince({ assemblyFolder, dataFolder: folder, throttled: true });
  await province.loadProvince();
  target = new Target(
    Number(new URL(province.apiUrl).port),
    folder,
    Number(new URL(province.host.awsUrl).port),
  );
}, 2 * MINUTES);
afterAll(async () => {
  await province?.stop();
  for (const left of [folder, assemblyFolder]) rmSync(left, { recursive: true, force: true });
});

describe.each(CLASSES)('an attack by $name', ({ attacks }) => {
  it.each(attacks)('is held that $tries', { timeout: MINUTES }, async ({ run }) => {
    expect(await run(target)).toBeUndefined();
  });
});
