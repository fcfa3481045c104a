import { type Digitization, digitization } from '../../../schemas/stored/digitization.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';

/** The records of what was read of files. */
export interface DigitizationStore {
  find(file: string): Promise<Digitization | undefined>;
  /** Keeps a new record; nothing changes where there is one. */
  begin(record: Digitization): Promise<void>;
  /** Replaces a record, unless another worker has read on meanwhile. */
  replace(before: Digitization, after: Digitization): Promise<'replaced' | 'moved'>;
}

export function digitizationStore(items: Pick<Items, 'get' | 'writeAlone'>): DigitizationStore {
  return {
    async find(file) {
      const key = keys.digitization(file);
      const item = await items.get(key);
      return item && parseStored(digitization, item, key);
    },
    async begin(record) {
      await items.writeAlone({
        refusal: 'known',
        key: keys.digitization(record.file),
        change: { put: record },
        when: { exists: false },
      });
    },
    async replace(before, after) {
      const written = await items.writeAlone({
        refusal: 'moved',
        key: keys.digitization(after.file),
        change: { put: after },
        when: { own: { state: before.state, pagesDone: before.pagesDone } },
      });
      return written.done ? 'replaced' : 'moved';
    },
  };
}
