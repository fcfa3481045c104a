import { BatchWriteCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type KeptOfficer, keptOfficer, type Unit } from '../../../schemas/organization/unit.ts';
import { type OrganizationVersion, organisationVersion } from '../../../schemas/stored/organization.ts';
import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { pinnedVersions } from '../../kernel/table/pinned-versions.ts';
import type { Table } from '../../kernel/table/table.ts';
import { tooBusy } from '../../kernel/table/too-busy.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';

export interface OrganizationStore {
  current(): Promise<OrganizationVersion | undefined>;
  version(version: number): Promise<OrganizationVersion | undefined>;
  add(value: OrganizationVersion, also?: readonly NamedWrite[]): Promise<'added' | 'conflict'>;
  officer(id: string): Promise<KeptOfficer | undefined>;
  /** Those of these accounts that are recorded. */
  officersNamed(ids: readonly string[]): Promise<KeptOfficer[]>;
  /** A page of accounts after one, in their order: of a unit, or of all. */
  officers(after: string | undefined, limit: number, unit?: string): Promise<KeptOfficer[]>;
  recordOfficers(officers: readonly KeptOfficer[]): Promise<void>;
}

/** Most items per batch write. */
const BATCH = 25;

export function dynamoOrganizationStore(table: Table): OrganizationStore {
  const versions = pinnedVersions({
    table,
    schema: organisationVersion,
    current: keys.organization(),
    versionKey: keys.organisationVersion,
  });
  return {
    current: () => versions.current(),
    version: version => versions.version(version),
    add: (value, also) => versions.add(value, also),
    async officer(id) {
      const key = keys.officer(id);
      const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key }));
      return Item && parseStored(keptOfficer, Item['officer'], key);
    },
    async officersNamed(ids) {
      const found = await fetchItems(table, ids.map(keys.officer), 'officer');
      return ids.flatMap(id => {
        const item = found(keys.officer(id));
        return item ? [parseStored(keptOfficer, item['officer'], keys.officer(id))] : [];
      });
    },
    async officers(after, limit, unit) {
      const found: KeptOfficer[] = [];
      const most = unit === undefined ? limit : Math.max(limit, FEWEST);
      for (let last = after; ; ) {
        const page = await officerPage(table, last, most);
        found.push(...page.filter(one => unit === undefined || one.unit === unit));
        last = page.at(-1)?.id;
        if (found.length >= limit || page.length < most) return found.slice(0, limit);
      }
    },
    async recordOfficers(officers) {
      for (let start = 0; start < officers.length; start += BATCH) {
        await writeAll(table, officers.slice(start, start + BATCH));
      }
    },
  };
}

/** Below this number a separate request is not worthwhile: accounts of one unit are filtered from all. */
const FEWEST = 250;

async function officerPage(table: Table, after: string | undefined, wanted: number): Promise<KeptOfficer[]> {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk > :from',
      ExpressionAttributeValues: {
        ':pk': keys.officer('').pk,
        ':from': after === undefined ? keys.officerPrefix : keys.officer(after).sk,
      },
      Limit: wanted,
    }),
  );
  return (page.Items ?? []).map(item =>
    parseStored(keptOfficer, item['officer'], { pk: String(item['pk']), sk: String(item['sk']) }),
  );
}

/** Writes a batch; what the table leaves unprocessed is sent again. Writing a whole batch anew changes nothing. */
async function writeAll(table: Table, officers: readonly KeptOfficer[]): Promise<void> {
  let left: BatchWriteCommand['input']['RequestItems'] = {
    [table.name]: officers.map(value => ({
      PutRequest: { Item: { ...keys.officer(value.id), officer: value } },
    })),
  };
  const written = await retry(
    async () => {
      const answer: { UnprocessedItems?: typeof left | undefined } = await table.client.send(
        new BatchWriteCommand({ RequestItems: left }),
      );
      left = answer.UnprocessedItems;
      return left && Object.keys(left).length > 0 ? AGAIN : undefined;
    },
    briefly,
    table.pauses,
  );
  if (written === AGAIN) throw tooBusy();
}

/** Looks a unit up in a version; ended units (after `validTo`) are not found. */
export function unitFinder(
  organization: OrganizationVersion,
  on: string,
): (code: string) => Unit | undefined {
  const byCode = new Map(organization.units.map(entry => [entry.code, entry]));
  return code => {
    const found = byCode.get(code);
    return found && found.validFrom <= on && (found.validTo === null || found.validTo >= on)
      ? found
      : undefined;
  };
}
