import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { storedLabels } from '../dossiers/stored-shapes.ts';
import { indexKeys } from '../table/keys.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';

/** A dossier in a list. */
export interface ListedDossier {
  readonly head: DossierHead;
  readonly procedureName: string;
}

export interface DossierPage {
  readonly dossiers: readonly ListedDossier[];
  readonly next: string | undefined;
}

/** Whose list: of the unit that decides, of an owner by keyed digest, of a portal that submitted (`portal:…`). */
export type ListOwner =
  | { readonly unit: string }
  | { readonly owner: string }
  | { readonly submitter: string };

/** Dossiers by the unit that decides them, by owner, or by submitting portal, newest first. */
export interface DossierLists {
  page(
    of: ListOwner,
    before: string | undefined,
    limit: number,
    keep: (head: DossierHead) => boolean,
  ): Promise<DossierPage>;
}

/** Items read for one page at the most, so that a filter that keeps little cannot make a request long. */
const READ_AT_MOST = 1000;

export function dynamoDossierLists(table: Table): DossierLists {
  return {
    async page(of, before, limit, keep) {
      const { index, partition } = placeOf(of);
      const dossiers: ListedDossier[] = [];
      let position = before;
      for (let read = 0; read < READ_AT_MOST; ) {
        const answer = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            IndexName: index,
            KeyConditionExpression: position === undefined ? '#pk = :pk' : '#pk = :pk AND #sk < :before',
            ExpressionAttributeNames: {
              '#pk': `${index}Pk`,
              ...(position !== undefined && { '#sk': `${index}Sk` }),
            },
            ExpressionAttributeValues: {
              ':pk': partition,
              ...(position !== undefined && { ':before': position }),
            },
            ScanIndexForward: false,
            Limit: Math.max(limit, 50),
          }),
        );
        const items = answer.Items ?? [];
        read += Math.max(items.length, 1);
        for (const item of items) {
          const key = { pk: String(item['pk']), sk: String(item['sk']) };
          const head = parseStored(dossierHead, item['head'], key);
          position = String(item[`${index}Sk`]);
          const { procedureName } = parseStored(storedLabels, item['labels'], key);
          if (keep(head)) dossiers.push({ head, procedureName });
          if (dossiers.length === limit) return { dossiers, next: position };
        }
        if (!answer.LastEvaluatedKey) return { dossiers, next: undefined };
      }
      return { dossiers, next: position };
    },
  };
}

function placeOf(of: ListOwner): { index: 'unit' | 'owner' | 'submitter'; partition: string } {
  if ('unit' in of) return { index: 'unit', partition: indexKeys.unitPartition(of.unit) };
  if ('owner' in of) return { index: 'owner', partition: indexKeys.ownerPartition(of.owner) };
  return { index: 'submitter', partition: indexKeys.submitterPartition(of.submitter) };
}
