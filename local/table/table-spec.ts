import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { HostError } from '../host/host-error.ts';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
export type KeySchema = z.infer<typeof KeySchema>;

const Index = z.looseObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.object({
    ProjectionType: z.string().optional(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
export type Index = z.infer<typeof Index>;

const Properties = z.looseObject({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).default([]),
  StreamSpecification: z.looseObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .looseObject({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

/** What a table must be like, from its template. */
export interface TableSpec extends z.infer<typeof Properties> {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
  /** The attribute that holds the second in which an item expires. */
  readonly expiryAttribute: string | undefined;
}

export function tableSpec(resource: Resource): TableSpec {
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success)
    throw new HostError(
      `The table ${resource.name} has properties the host cannot read: ${z.prettifyError(parsed.error)}.`,
    );
  const { TimeToLiveSpecification: expiry } = parsed.data;
  return {
    ...parsed.data,
    name: resource.name,
    arn: resource.arn,
    streamArn: resource.attributes['StreamArn'] ?? '',
    expiryAttribute: expiry?.Enabled ? expiry.AttributeName : undefined,
  };
}
