import * as z from 'zod';
import type { Json } from './json.ts';

/**
 * The shapes of a definition's states: exactly the fields this host carries out. What is missing here is refused
 * by name in read-definition.ts. Payload fields take any JSON; `text or expression` fields are strings.
 */
const json: z.ZodType<Json> = z.json();
const expressionOr = <T extends z.ZodType>(type: T) => z.union([type, z.string().regex(/^\{%[\s\S]*%\}$/)]);
const stateName = z.string().min(1).max(80);
const wholeSeconds = z.int().min(1).max(99_999_999);
const assign = z.record(z.string(), json);
const queryLanguage = z.enum(['JSONata', 'JSONPath']);

const named = { Comment: z.string().optional(), QueryLanguage: queryLanguage.optional() };
const produces = { Assign: assign.optional(), Output: json.optional() };
const continues = { Next: stateName.optional(), End: z.boolean().optional() };

export const retrierSchema = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  IntervalSeconds: wholeSeconds.optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxAttempts: z.int().min(0).max(99_999_999).optional(),
  MaxDelaySeconds: z.int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
});

export const catcherSchema = z.strictObject({
  Comment: z.string().optional(),
  ErrorEquals: z.array(z.string()).min(1),
  Next: stateName,
  ...produces,
});

const recovers = { Retry: z.array(retrierSchema).optional(), Catch: z.array(catcherSchema).optional() };

export const passSchema = z.strictObject({ Type: z.literal('Pass'), ...named, ...produces, ...continues });
export const succeedSchema = z.strictObject({
  Type: z.literal('Succeed'),
  ...named,
  Output: json.optional(),
});
export const failSchema = z.strictObject({
  Type: z.literal('Fail'),
  ...named,
  Error: z.string().optional(),
  Cause: z.string().optional(),
});
export const waitSchema = z.strictObject({
  Type: z.literal('Wait'),
  ...named,
  ...produces,
  ...continues,
  Seconds: expressionOr(z.int().min(0).max(99_999_999)).optional(),
  Timestamp: z.string().optional(),
});
export const choiceSchema = z.strictObject({
  Type: z.literal('Choice'),
  ...named,
  ...produces,
  Default: stateName.optional(),
  Choices: z
    .array(
      z.strictObject({
        Comment: z.string().optional(),
        Condition: expressionOr(z.boolean()),
        Next: stateName,
        ...produces,
      }),
    )
    .min(1),
});
export const taskSchema = z.strictObject({
  Type: z.literal('Task'),
  ...named,
  ...produces,
  ...continues,
  ...recovers,
  Resource: z.string(),
  Arguments: json.optional(),
  TimeoutSeconds: expressionOr(wholeSeconds).optional(),
  HeartbeatSeconds: expressionOr(wholeSeconds).optional(),
});

/** States of a machine, still to be read one by one. */
const states = z.record(stateName, z.looseObject({ Type: z.string() }));

export const branchSchema = z.strictObject({
  Comment: z.string().optional(),
  StartAt: stateName,
  States: states,
});
export const parallelSchema = z.strictObject({
  Type: z.literal('Parallel'),
  ...named,
  ...produces,
  ...continues,
  ...recovers,
  Arguments: json.optional(),
  Branches: z.array(branchSchema).min(1),
});
const processor = branchSchema.extend({
  ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE').optional() }).optional(),
});
export const mapSchema = z.strictObject({
  Type: z.literal('Map'),
  ...named,
  ...produces,
  ...continues,
  ...recovers,
  Items: json.optional(),
  ItemSelector: json.optional(),
  MaxConcurrency: expressionOr(z.int().min(0)).optional(),
  ToleratedFailureCount: expressionOr(z.int().min(0)).optional(),
  ToleratedFailurePercentage: expressionOr(z.number().min(0).max(100)).optional(),
  ItemProcessor: processor.optional(),
  Iterator: processor.optional(),
});

export const machineSchema = branchSchema.extend({
  Version: z.literal('1.0').optional(),
  QueryLanguage: queryLanguage.optional(),
  TimeoutSeconds: wholeSeconds.optional(),
});

/** Fields that only JSONPath knows, per AWS's list, so that the refusal can say so. */
export const JSONPATH_FIELDS = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'MaxConcurrencyPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'Variable',
  'And',
  'Or',
  'Not',
]);

/** Fields of a distributed Map. */
export const DISTRIBUTED_FIELDS = new Set([
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ExecutionType',
]);
