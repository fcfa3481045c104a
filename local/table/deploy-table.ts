import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { HostError } from '../host/host-error.ts';
import type { HostLog } from '../host/log.ts';
import { deployedMark } from './deployed-mark.ts';
import { TableCallError, type TableClient } from './table-client.ts';
import type { Index, KeySchema, TableSpec } from './table-spec.ts';

const Description = z.looseObject({
  Table: z.looseObject({
    TableStatus: z.string(),
    KeySchema: z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() })),
    GlobalSecondaryIndexes: z
      .array(
        z.looseObject({
          IndexName: z.string(),
          IndexStatus: z.string().optional(),
          KeySchema: z.array(z.looseObject({ AttributeName: z.string(), KeyType: z.string() })),
          Projection: z.looseObject({
            ProjectionType: z.string().optional(),
            NonKeyAttributes: z.array(z.string()).optional(),
          }),
        }),
      )
      .default([]),
    StreamSpecification: z
      .looseObject({ StreamEnabled: z.boolean().optional(), StreamViewType: z.string().optional() })
      .optional(),
  }),
});
export type TableDescription = z.infer<typeof Description>['Table'];

/** Describes a table, or gives undefined when there is none. */
export async function describeTable(
  client: TableClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    return Description.parse(await client.call('DynamoDB', 'DescribeTable', { TableName: name })).Table;
  } catch (thrown) {
    if (thrown instanceof TableCallError && thrown.code === 'ResourceNotFoundException') return undefined;
    throw thrown;
  }
}

/**
 * Makes a table what its template says: creates it, or adds and removes indexes, turns its stream on, and sets its expiry attribute.
 * A table whose key has changed is refused and left alone.
 */
export async function deployTable(client: TableClient, spec: TableSpec, log: HostLog): Promise<void> {
  const mark = deployedMark(client, spec);
  if (await mark.isSet()) return;
  await mark.clear();
  await bringTo(client, spec, log);
  await mark.set();
}

async function bringTo(client: TableClient, spec: TableSpec, log: HostLog): Promise<void> {
  const existing = await describeTable(client, spec.name);
  if (!existing) await create(client, spec);
  else await update(client, spec, existing, log);
  await active(client, spec.name);
  const { TimeToLiveDescription } = z
    .looseObject({
      TimeToLiveDescription: z
        .looseObject({ TimeToLiveStatus: z.string().optional(), AttributeName: z.string().optional() })
        .optional(),
    })
    .parse(await client.call('DynamoDB', 'DescribeTimeToLive', { TableName: spec.name }));
  const enabled =
    TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED' ? TimeToLiveDescription.AttributeName : undefined;
  if (enabled === spec.expiryAttribute) return;
  if (enabled !== undefined) await setExpiry(client, spec.name, enabled, false);
  if (spec.expiryAttribute !== undefined) await setExpiry(client, spec.name, spec.expiryAttribute, true);
}

async function create(client: TableClient, spec: TableSpec): Promise<void> {
  await client.call('DynamoDB', 'CreateTable', {
    TableName: spec.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: spec.AttributeDefinitions,
    KeySchema: spec.KeySchema,
    ...(spec.GlobalSecondaryIndexes.length > 0 && {
      GlobalSecondaryIndexes: spec.GlobalSecondaryIndexes.map(plainIndex),
    }),
    ...(spec.LocalSecondaryIndexes.length > 0 && {
      LocalSecondaryIndexes: spec.LocalSecondaryIndexes.map(plainIndex),
    }),
    ...(spec.StreamSpecification && { StreamSpecification: streamOn(spec) }),
  });
}

async function update(
  client: TableClient,
  spec: TableSpec,
  existing: TableDescription,
  log: HostLog,
): Promise<void> {
  if (keyText(existing.KeySchema) !== keyText(spec.KeySchema)) {
    throw new HostError(
      `The table ${spec.name} in the data folder has the key ${keyText(existing.KeySchema)}, but the application wants ${keyText(spec.KeySchema)}: nothing was changed; use another data folder.`,
    );
  }
  const change = (details: object) =>
    client.call('DynamoDB', 'UpdateTable', {
      TableName: spec.name,
      AttributeDefinitions: spec.AttributeDefinitions,
      ...details,
    });
  const same = (one: IndexLike, other: IndexLike) =>
    one.IndexName === other.IndexName &&
    keyText(one.KeySchema) === keyText(other.KeySchema) &&
    projectionText(one) === projectionText(other);
  for (const old of existing.GlobalSecondaryIndexes.filter(
    index => !spec.GlobalSecondaryIndexes.some(wanted => same(index, wanted)),
  )) {
    log.info(`Removing the index ${old.IndexName} of the table ${spec.name}.`);
    await change({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: old.IndexName } }] });
    await active(client, spec.name);
  }
  for (const wanted of spec.GlobalSecondaryIndexes.filter(
    index => !existing.GlobalSecondaryIndexes.some(old => same(index, old)),
  )) {
    log.info(`Adding the index ${wanted.IndexName} to the table ${spec.name}.`);
    await change({ GlobalSecondaryIndexUpdates: [{ Create: plainIndex(wanted) }] });
    await active(client, spec.name);
  }
  const { StreamEnabled = false, StreamViewType } = existing.StreamSpecification ?? {};
  const wanted = spec.StreamSpecification;
  if (StreamEnabled ? StreamViewType === wanted?.StreamViewType : !wanted) return;
  // A stream that is on cannot be changed.
  if (StreamEnabled) await change({ StreamSpecification: { StreamEnabled: false } });
  if (wanted) await change({ StreamSpecification: streamOn(spec) });
}

async function active(client: TableClient, name: string): Promise<void> {
  for (;;) {
    const table = await describeTable(client, name);
    const indexes = table?.GlobalSecondaryIndexes ?? [];
    if (
      table?.TableStatus === 'ACTIVE' &&
      indexes.every(({ IndexStatus = 'ACTIVE' }) => IndexStatus === 'ACTIVE')
    )
      return;
    await pause(10);
  }
}

const setExpiry = (client: TableClient, name: string, attribute: string, enabled: boolean) =>
  client.call('DynamoDB', 'UpdateTimeToLive', {
    TableName: name,
    TimeToLiveSpecification: { AttributeName: attribute, Enabled: enabled },
  });

const streamOn = (spec: TableSpec) => ({
  StreamEnabled: true,
  StreamViewType: spec.StreamSpecification?.StreamViewType,
});

/** Only what CreateTable knows: templates also carry throughput and insight settings. */
const plainIndex = ({ IndexName, KeySchema, Projection }: Index) => ({ IndexName, KeySchema, Projection });

interface IndexLike {
  readonly IndexName: string;
  readonly KeySchema: KeySchemaLike;
  readonly Projection: Index['Projection'];
}
const projectionText = ({ Projection }: IndexLike) =>
  [Projection.ProjectionType, ...(Projection.NonKeyAttributes ?? []).toSorted()].join(' ');

type KeySchemaLike = KeySchema | readonly { AttributeName: string; KeyType: string }[];
const keyText = (key: KeySchemaLike) =>
  key.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`).join(', ');
