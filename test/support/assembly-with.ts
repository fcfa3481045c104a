import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Quotas } from '../../schemas/quotas.ts';
import { assembly } from './assembly.ts';

type Template = {
  Resources: Record<string, { Properties?: { Environment?: { Variables?: Record<string, unknown> } } }>;
};

/** A copy of the assembly as it would be synthesized with other quotas: they are in the environments of functions. */
export async function assemblyWithQuotas(quotas: Quotas): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-assembly-'));
  cpSync(await assembly(), folder, { recursive: true });
  let changed = 0;
  for (const name of readdirSync(folder).filter(each => each.endsWith('.template.json'))) {
    const file = join(folder, name);
    const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
    for (const { Properties } of Object.values(template.Resources)) {
      const variables = Properties?.Environment?.Variables;
      if (variables?.['QUOTAS'] === undefined) continue;
      variables['QUOTAS'] = JSON.stringify(quotas);
      changed += 1;
    }
    writeFileSync(file, JSON.stringify(template));
  }
  if (changed === 0) throw new Error('no function is told the quotas');
  return folder;
}
