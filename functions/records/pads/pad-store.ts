import { type StoredPad, type StoredPairing, storedPad, storedPairing } from '../../../schemas/stored/pad.ts';
import { countedRecord } from '../../kernel/table/counted-record.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { parseItem, parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

/** The pads of units (bàn ký điện tử), and the codes they are paired by. */
export interface PadStore {
  /** All of a unit, oldest first; those that ended may be among them. */
  of(unit: string): Promise<StoredPad[]>;
  find(unit: string, id: string): Promise<StoredPad | undefined>;
  /** The pad a pairing code is for, by the code's digest. */
  pairing(digest: string): Promise<StoredPairing | undefined>;
  /** Adds a pad that waits for its tablet, with its code. */
  add(pad: StoredPad, also?: readonly NamedWrite[]): Promise<boolean>;
  /** Replaces a pad, unless somebody else did. */
  change(after: StoredPad, also?: readonly NamedWrite[]): Promise<boolean>;
}

export function dynamoPadStore(table: Table): PadStore {
  const items = dynamoItems(table);
  const record = (unit: string, id: string) => countedRecord(table, keys.pad(unit, id), storedPad);
  return {
    async of(unit) {
      const { pk: partition, sk: low } = keys.pad(unit, keys.padPrefix);
      const page = await items.query({ partition, low, high: `${low}~`, consistent: true });
      return page.items.map(({ key, item }) => parseStored(storedPad, item, key));
    },
    find: (unit, id) => record(unit, id).read(),
    async pairing(digest) {
      const key = keys.pairing(digest);
      const item = await items.get(key);
      return item && parseItem(storedPairing, item, key);
    },
    add: (pad, also = []) => record(pad.unit, pad.id).change(pad, [pairingWrite(table, pad), ...also]),
    change: (after, also) => record(after.unit, after.id).change(after, also),
  };
}

function pairingWrite({ name }: Table, { unit, id, code, expiresAt }: StoredPad): NamedWrite {
  const pairing: StoredPairing = { unit, pad: id, expiresAt };
  return {
    name: 'pairing',
    write: {
      Put: {
        TableName: name,
        Item: { ...keys.pairing(code.digest), ...pairing },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  };
}
