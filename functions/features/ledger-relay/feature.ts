import type { Feature } from '../../kernel/feature.ts';
import { PREFIX } from '../../records/keys/table-design.ts';

/** Notifies the consumers of ledgers that one has grown: the ledger is the outbox, the table's stream its relay. */
export const feature = {
  functions: {
    'ledger-relay': {
      description: 'Tells consumers of new ledger entries',
      stack: 'workers',
      seconds: 30,
      memory: 256,
      fedBy: {
        newItems: PREFIX.event,
        batch: 100,
        atOnce: 4,
        // Half an hour or more with Lambda's growing pauses; after that the nightly comparison finds what is behind.
        retries: 20,
        of: 'the relay of ledgers',
      },
      // Whether an entry is of a kind that a consumer acts on.
      finds: [PREFIX.dossier],
      nudgesConsumers: true,
      choosesConsumers: true,
    },
  },
  alarms: {
    'relay/fails': {
      description:
        'Consumers were not told of new ledger entries for fifteen minutes: see “Outside parties” in docs/operations.md.',
      of: { errorsOf: 'ledger-relay' },
      minutes: 5,
      periods: 3,
      atLeast: 1,
    },
  },
} as const satisfies Feature;
