import { readSlipId } from '../../../schemas/land-tax/slip.ts';
import type { StoredLandSlip, StoredTaxMessage } from '../../../schemas/stored/land-tax.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { landTaxKeys, slipList } from '../keys/land-tax-keys.ts';

type Write = ItemWrite<'version'>;

export function slipKey(slip: string) {
  const place = readSlipId(slip);
  if (!place) throw new TypeError(`${slip} is no id of a slip`);
  return landTaxKeys.slip(place.dossier, place.number);
}

/** Keeps a slip, which is sent from an instant on. */
export function newSlip(slip: StoredLandSlip, sendAt: string): Write {
  return {
    refusal: 'version',
    key: slipKey(slip.slip),
    change: { put: { ...slip, ...slipList.place(sendAt, slip.slip) } },
    when: { exists: false },
  };
}

/** What came of turning to the tax office, and when that is done again; null for never. */
export function slipTried(
  { slip, tries }: StoredLandSlip,
  outcome: Pick<StoredLandSlip, 'state' | 'triedAt' | 'trouble'> &
    Partial<Pick<StoredLandSlip, 'number' | 'refusal'>>,
  nextAt: string | null,
): Write {
  const set = { ...outcome, tries: tries + 1 };
  return {
    refusal: 'version',
    key: slipKey(slip),
    change:
      nextAt === null
        ? { set, drop: ['wakePk', 'wakeSk'] }
        : { set: { ...set, ...slipList.place(nextAt, slip) } },
    when: { equals: { tries } },
  };
}

/** The tax office refused a slip by a message of its own: it is neither sent nor asked about any more. */
export function slipRefused(slip: string, refusal: NonNullable<StoredLandSlip['refusal']>): Write {
  return {
    refusal: 'version',
    key: slipKey(slip),
    change: { set: { state: 'refused', refusal }, drop: ['wakePk', 'wakeSk'] },
    when: { exists: true },
  };
}

/** Keeps that a message was taken in, once by its kind and number. */
export function newMessage(kind: string, number: string, message: StoredTaxMessage): Write {
  return {
    refusal: 'version',
    key: landTaxKeys.message(kind, number),
    change: { put: { ...message } },
    when: { exists: false },
  };
}

/** Nothing is expected of a slip any more. */
export function slipEnded({ slip }: StoredLandSlip): Write {
  return {
    refusal: 'version',
    key: slipKey(slip),
    change: { set: { state: 'ended' }, drop: ['wakePk', 'wakeSk'] },
    when: { exists: true },
  };
}
