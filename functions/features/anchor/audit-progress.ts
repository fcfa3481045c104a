import { type StoredAudit, storedAudit } from '../../../schemas/stored/anchor.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { anchorKeys } from '../../records/keys/anchor-keys.ts';

/** Where the nightly audit keeps how far it is. */
export interface AuditProgress {
  read(): Promise<StoredAudit | undefined>;
  /** Keeps the progress, unless another run has advanced in the meantime. */
  advance(before: StoredAudit | undefined, after: StoredAudit): Promise<'kept' | 'overtaken'>;
}

export function auditProgress(items: Items): AuditProgress {
  const key = anchorKeys.audit();
  return {
    async read() {
      const item = await items.get(key);
      return item && parseStored(storedAudit, item, key);
    },
    async advance(before, after) {
      const made = await items.transact([
        {
          refusal: 'overtaken',
          key,
          change: { put: after },
          when: before ? { equals: { version: before.version } } : { exists: false },
        },
      ]);
      return made.done ? 'kept' : 'overtaken';
    },
  };
}
