import type { ItemKey } from '../../functions/kernel/table/item-key.ts';
import { keys } from '../../functions/records/keys/keys.ts';
import type { Attack, AttackClass } from './attack.ts';
import { decide, filed, UNIT } from './dossiers.ts';
import { type OpenTable, openTable } from './table.ts';
import { firstOf, refusedAs, type Target } from './target.ts';

interface Victim {
  readonly code: string;
  readonly table: OpenTable;
  /** The dossier's head, as stored. */
  readonly head: { readonly version: number };
}

/** Changes stored items, and gives those that it changes. */
type Tampering = (victim: Victim) => Promise<unknown>;

const event = ({ code, table }: Victim, seq: number) => table.get(keys.event(code, seq));

const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'changes what an entry of a ledger says': async victim => {
    const item = (await event(victim, 1)) as { event: { data: object } };
    await victim.table.put({
      ...item,
      event: { ...item.event, data: { ...item.event.data, receivingUnit: 'H44.102' } },
    });
  },
  'deletes the last entry of a ledger': victim =>
    victim.table.remove(keys.event(victim.code, victim.head.version)),
  'puts another applicant under a dossier': async ({ code, table }) => {
    const item = (await table.get(keys.applicant(code))) as { applicant: object };
    await table.put({ ...item, applicant: { ...item.applicant, name: 'Nguyễn Kẻ Trộm' } });
  },
  'sets a head back by an entry': async victim => {
    const { code, table, head } = victim;
    const before = (await event(victim, head.version - 1)) as { event: { hash: string } };
    const item = (await table.get(keys.head(code))) as { head: object };
    const back = { ...item.head, version: head.version - 1, lastHash: before.event.hash };
    await table.put({ ...item, head: back });
  },
};

/** Tampers with a new dossier, sees whether it is still shown and decided on, and puts everything back. */
async function tampered(target: Target, tamper: Tampering): Promise<string | undefined> {
  const table = await openTable(target);
  const { code, owner } = await filed(target);
  const { nextTask } = await decide(target, `${code}.t1`, 'reception', { decision: 'accept' });
  const { head } = (await table.get(keys.head(code))) as unknown as { head: { version: number } };
  const touched: ItemKey[] = [
    keys.head(code),
    keys.applicant(code),
    ...Array.from({ length: head.version }, (_, index) => keys.event(code, index + 1)),
  ];
  const kept = await Promise.all(touched.map(key => table.get(key)));
  try {
    await tamper({ code, table, head });
    const token = await target.officer('handler.tancong', UNIT, 'handler');
    const body = { decision: 'forward' };
    return firstOf([
      refusedAs(await target.send('GET', `/v1/dossiers/${code}`, { token: owner }), 500, 'ledger-broken'),
      refusedAs(
        await target.send('POST', `/v1/tasks/${nextTask}/decision`, { token, body }),
        500,
        'ledger-broken',
      ),
    ]);
  } finally {
    for (const item of kept) await table.put(item);
  }
}

/** Somebody who can write to the table past the application. */
export const tamperers: AttackClass = {
  name: 'tamperers',
  attacks: Object.entries(TAMPERINGS).map(
    ([tries, tamper]): Attack => ({ tries, run: target => tampered(target, tamper) }),
  ),
};
