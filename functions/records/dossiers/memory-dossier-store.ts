import { memoryItems } from '../../kernel/table/memory-items.ts';
import type { MemoryRecords } from '../../kernel/table/memory-records.ts';
import type { DossierStore } from './dossier-store.ts';
import { keptDossiers } from './kept-dossiers.ts';

/** In-memory counterpart of the table's store, for tests and simulations. One contract test keeps the two alike. */
export const memoryDossierStore = (records: MemoryRecords): DossierStore =>
  keptDossiers(memoryItems(records));
