import { type ProcedureFee, procedureFee } from '../../domain/money/figures/payable-online.ts';
import type { CatalogueStore } from './catalogue-store.ts';

const PAGE = 500;
const AT_ONCE = 100;

/**
 * The fees of all procedures that are open. Versions never change, so that what was read of one is remembered for the
 * life of the instance.
 */
export function procedureFeesReader(catalogue: Pick<CatalogueStore, 'entries' | 'procedureVersion'>) {
  const remembered = new Map<string, ProcedureFee>();

  async function read(code: string, version: number): Promise<ProcedureFee[]> {
    const name = `${code} ${version}`;
    const known = remembered.get(name);
    if (known) return [known];
    const found = await catalogue.procedureVersion(code, version);
    if (!found) return [];
    const fee = procedureFee(found.procedure);
    remembered.set(name, fee);
    return [fee];
  }

  return async function procedureFees(): Promise<ProcedureFee[]> {
    const fees: ProcedureFee[] = [];
    for (let after: string | undefined; ; ) {
      const page = await catalogue.entries(after, PAGE);
      const open = page.filter(({ state }) => state === 'open');
      for (let at = 0; at < open.length; at += AT_ONCE) {
        const some = open.slice(at, at + AT_ONCE).map(({ code, version }) => read(code, version));
        fees.push(...(await Promise.all(some)).flat());
      }
      const last = page.at(-1);
      if (!last) return fees;
      after = last.code;
    }
  };
}
