import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { DossierStore } from './dossier-store.ts';
import { keptDossiers } from './kept-dossiers.ts';

/** Dossiers in DynamoDB. */
export const dynamoDossierStore = (table: Table): DossierStore => keptDossiers(dynamoItems(table));
