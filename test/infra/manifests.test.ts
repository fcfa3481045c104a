import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Feature } from '../../functions/kernel/feature.ts';
import { composeProvince } from '../../infra/app.ts';
import { bundleFunctions } from '../../infra/bundling/bundle-functions.ts';
import { type Room, readManifests } from '../../infra/manifests/read-manifests.ts';
import { planOf } from '../../infra/manifests/read-plan.ts';
import { readSettings } from '../../infra/settings/settings.ts';
import { listOf, type Resource, referred, resources, settingsFile, statementsOf } from './synthesized.ts';

const fixtures = fileURLToPath(new URL('./fixture/features/', import.meta.url));

let real: Room[];
let tidings: Room;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-manifests-'));
  real = await readManifests();
  [tidings] = (await readManifests([fixtures])) as [Room];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthesizes with the fixture beside the real features, checks included; what is in the bundles does not matter. */
function synthesized(): Record<'Records' | 'Service' | 'Workers' | 'Connectors', Template> {
  const plan = planOf([...real, tidings]);
  const bundles = new Map(
    [...plan.functions.keys()].map(name => {
      const bundle = join(folder, 'bundles', name);
      mkdirSync(bundle, { recursive: true });
      writeFileSync(join(bundle, 'index.mjs'), `export const handler = () => '${name}';`);
      return [name, { name, folder: bundle, bytes: 0 }] as const;
    }),
  );
  const app = composeProvince({
    settings: readSettings(settingsFile),
    plan,
    bundles,
    outdir: join(folder, 'cdk.out'),
  });
  app.synth();
  const stack = (id: string) => Template.fromStack(app.node.findChild(id) as Stack);
  return {
    Records: stack('Records'),
    Service: stack('Service'),
    Workers: stack('Workers'),
    Connectors: stack('Connectors'),
  };
}

describe('a feature that is added by its folder', () => {
  let stacks: ReturnType<typeof synthesized>;
  beforeAll(() => {
    stacks = synthesized();
  });

  const only = (template: Template, type: string, begins: string): [string, Resource] => {
    const [found, ...others] = resources(template, type).filter(([id]) => id.startsWith(begins));
    if (!found || others.length > 0) throw new TypeError(`${type} ${begins}: ${others.length} more`);
    return found;
  };
  const grantedTo = (template: Template, name: string) =>
    resources(template, 'AWS::IAM::Policy')
      .filter(([id]) => id.startsWith(`${name}Role`))
      .flatMap(([, policy]) => statementsOf(policy));

  test('is bundled', async () => {
    const into = join(folder, 'bundled');
    const { functions } = planOf([...real, tidings]);
    const bundles = await bundleFunctions(
      [...functions.values()].filter(({ room }) => room === 'tidings'),
      into,
    );
    expect([...bundles.keys()]).toEqual([
      'tidings-caller',
      'tidings-relay',
      'tidings-sweep',
      'tidings-worker',
    ]);
    for (const name of bundles.keys()) expect(existsSync(join(into, name, 'index.mjs'))).toBe(true);
    expect(readFileSync(join(into, 'tidings-relay/index.mjs'), 'utf8')).toContain('relay');
  });

  test('is told of new items of the table: keys only, filtered, and failures kept in a queue', () => {
    stacks.Records.hasResourceProperties('AWS::DynamoDB::Table', {
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
    });
    const [, { Properties }] = only(stacks.Workers, 'AWS::Lambda::EventSourceMapping', 'TidingsRelay');
    expect(Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 4,
      MaximumRetryAttempts: 20,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const { Filters } = Properties['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
    ]);
    const { OnFailure } = Properties['DestinationConfig'] as { OnFailure: { Destination: unknown } };
    expect(referred(OnFailure.Destination)).toMatch(/^TidingsRelayLost/);
  });

  test('has a queue, dead letters and an alarm for each consumer, and its function is fed with it', () => {
    const [queue, { Properties }] = only(stacks.Service, 'AWS::SQS::Queue', 'TidingsPortalNudges');
    const [dead] = only(stacks.Service, 'AWS::SQS::Queue', 'TidingsPortalDeadLetters');
    expect(Properties).toMatchObject({ VisibilityTimeout: 360, SqsManagedSseEnabled: true });
    const redrive = Properties['RedrivePolicy'] as { deadLetterTargetArn: unknown };
    expect(referred(redrive.deadLetterTargetArn)).toBe(dead);
    stacks.Service.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [dead, 'QueueName'] } }],
    });
    stacks.Workers.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::ImportValue': Match.stringLikeRegexp(queue) },
      FunctionName: { Ref: Match.stringLikeRegexp('^TidingsWorker') },
      ScalingConfig: { MaximumConcurrency: 8 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  test('may do what its manifest says, and nothing else', () => {
    const actions = (name: string, stack = stacks.Workers) =>
      grantedTo(stack, name)
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap(({ Action }) => listOf(Action))
        .filter(action => !/^(logs|xray|kms):/.test(action))
        .sort();
    expect(actions('TidingsRelay')).toEqual([
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:SendMessage',
      'sqs:SendMessage',
    ]);
    expect(actions('TidingsSweep')).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'sqs:SendMessage',
    ]);
    expect(actions('TidingsCaller', stacks.Connectors)).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'sqs:ChangeMessageVisibility',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:GetQueueUrl',
      'sqs:ReceiveMessage',
    ]);
    const everywhere = grantedTo(stacks.Workers, 'TidingsRelay').filter(({ Resource }) => Resource === '*');
    expect(everywhere.flatMap(({ Action }) => listOf(Action)).every(action => /^xray:/.test(action))).toBe(
      true,
    );
  });

  test('finds what it may use in its environment', () => {
    const environment = (template: Template, name: string) => {
      const [, { Properties }] = only(template, 'AWS::Lambda::Function', name);
      return (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables;
    };
    expect(environment(stacks.Workers, 'TidingsWorker')).toHaveProperty('TABLE_NAME');
    const relay = environment(stacks.Workers, 'TidingsRelay');
    expect(relay).not.toHaveProperty('TABLE_NAME');
    const [queue] = only(stacks.Service, 'AWS::SQS::Queue', 'TidingsPortalNudges');
    const addresses = JSON.stringify(relay['CONSUMER_QUEUES']);
    expect(addresses).toContain('\\"tidings-portal\\":');
    expect(addresses).toContain(`:ExportsOutputRef${queue}`);
  });

  test('is called each minute and nightly, and alarms on what it counts itself', () => {
    const schedules = resources(stacks.Workers, 'AWS::Events::Rule')
      .filter(([id]) => id.startsWith('Tidings'))
      .map(([, { Properties }]) => Properties['ScheduleExpression']);
    expect(schedules.sort()).toEqual(['cron(30 18 * * ? *)', 'rate(1 minute)']);
    const [, alarm] = only(stacks.Workers, 'AWS::CloudWatch::Alarm', 'TidingsLate');
    expect(alarm.Properties).toMatchObject({
      Namespace: 'motcua',
      MetricName: 'Lag',
      ExtendedStatistic: 'p99',
      Dimensions: [{ Name: 'consumer', Value: 'tidings-portal' }],
    });
  });

  test('refers from connectors and workers to what is before them, never the other way', () => {
    const imports = Object.entries(stacks).map(([id, template]) => {
      const from = JSON.stringify(template.toJSON()).matchAll(/"Fn::ImportValue":"motcua-thu-nghiem-(\w+):/g);
      return [id.toLowerCase(), [...new Set([...from].map(([, name]) => name))].sort()];
    });
    expect(Object.fromEntries(imports)).toEqual({
      records: [],
      service: ['records'],
      workers: ['records', 'service'],
      connectors: ['records', 'service', 'workers'],
    });
  });
});

describe('manifests that contradict each other', () => {
  const room = (
    feature: Feature,
    entries: readonly string[] = Object.keys(feature.functions ?? {}),
  ): Room => ({
    name: 'odd',
    feature,
    entries: new Map(entries.map(name => [name, `${name}/index.ts`])),
  });
  const odd = (more: Partial<NonNullable<Feature['functions']>[string]>): Feature => ({
    functions: { odd: { description: 'Odd', stack: 'workers', ...more } },
  });

  test.each<[string, Room, RegExp]>([
    ['a function without a folder', room(odd({}), []), /the function odd has no folder lambdas\/odd in odd/],
    ['a folder without a function', room({}, ['stray']), /odd\/lambdas\/stray is not in the manifest/],
    [
      'two functions of one name',
      room({ functions: { intake: { description: 'Odd', stack: 'workers' } } }),
      /names intake, as another does/,
    ],
    [
      'a function of the API among the workers',
      room(odd({ operations: ['site'] })),
      /the function odd serves the API/,
    ],
    [
      'operations served twice',
      room(odd({ stack: 'api', operations: ['site'] })),
      /two functions serve site/,
    ],
    [
      'operations that there are not',
      room(odd({ stack: 'api', operations: ['nothing'] })),
      /there are no operations nothing/,
    ],
    [
      'an answer after API Gateway gave up',
      room(odd({ stack: 'api', operations: ['site'], seconds: 30 })),
      /odd answers too late/,
    ],
    [
      'deletions without work',
      room(odd({ records: 'read', deletes: ['WORK#'] })),
      /may delete, but not work with/,
    ],
    [
      'a queue that there is not',
      room(odd({ sends: { URL: 'no/queue' } })),
      /refers to no\/queue, which is no queue/,
    ],
    [
      'a stack that refers to one after it',
      room({
        ...odd({ stack: 'api', sends: { URL: 'odd/orders' } }),
        queues: { 'odd/orders': { stack: 'workers', of: 'odd', hiddenSeconds: 90, tries: 1 } },
      }),
      /in api, refers to odd\/orders in workers/,
    ],
    [
      'messages that come back while they are handled',
      room({
        ...odd({ seconds: 60, fedBy: { queue: 'odd/orders', batch: 1 } }),
        queues: { 'odd/orders': { stack: 'workers', of: 'odd', hiddenSeconds: 90, tries: 1 } },
      }),
      /odd\/orders hides messages for less than six times what odd may take/,
    ],
    [
      'a queue that feeds two',
      room(odd({ fedBy: { queue: 'uploaded/arrivals', batch: 1 } })),
      /uploaded\/arrivals feeds two functions/,
    ],
    [
      'a schedule of nothing',
      room({
        schedules: { 'odd/nightly': { description: '', function: 'nobody', at: { everyMinutes: 1 } } },
      }),
      /odd\/nightly is about nobody, which is no function/,
    ],
    [
      'a consumer without a function',
      room({ consumes: [{ consumer: 'odd', function: 'nobody', kinds: 'all' }] }),
      /nobody, which is fed, is no function/,
    ],
  ])('%s: refused, and named', (_what, stray, sentence) => {
    expect(() => planOf([...real, stray])).toThrow(sentence);
  });

  test('are refused together', () => {
    const both = room(odd({ sends: { URL: 'no/queue' } }), ['odd', 'stray']);
    expect(() => planOf([...real, both])).toThrow(/no\/queue[\s\S]*stray/);
  });
});
