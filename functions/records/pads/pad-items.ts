import type { StoredPad } from '../../../schemas/stored/pad.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { keys } from '../keys/keys.ts';

/** The write of a pad whose request was signed, in the transaction of the ledger: only as it stood when that was decided. */
export function padWrites(after: StoredPad | undefined): ItemWrite<'version'>[] {
  if (!after) return [];
  return [
    {
      refusal: 'version',
      key: keys.pad(after.unit, after.id),
      change: { put: after },
      when: { equals: { version: after.version - 1 } },
    },
  ];
}
