import type { ConsumerQueue } from '../../records/consumers/consumer-queues.ts';
import type { CursorStore } from '../../records/consumers/cursor-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { PartyStore } from '../../records/parties/party-store.ts';
import type { ReconciliationStore } from '../../records/reconciliation/reconciliation-store.ts';

/** What operators' requests about connections need. */
export interface ConnectionDeps {
  readonly parties: PartyStore;
  readonly cursors: CursorStore;
  /** The queue of the consumer a party belongs to; undefined for an unknown name. */
  readonly queueOf: (party: string) => ConsumerQueue | undefined;
  readonly reconciliation: Pick<ReconciliationStore, 'findings'>;
  readonly keyring: () => Promise<Keyring>;
}
