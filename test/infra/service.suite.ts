import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GIVEN_UP_AFTER, HELD_FOR } from '../../functions/features/exports/export-life.ts';
import { allOperations, isPublic } from '../../schemas/api/operations/all.ts';
import { documentationPages, pagePaths } from '../../schemas/api/operations/site.ts';
import {
  assemblyJson,
  onlyResource,
  type Resource,
  referred,
  resources,
  type Synthesized,
  statementsOf,
} from './synthesized.ts';

const routesOf = (province: Synthesized) =>
  new Map(
    resources(province.service, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      String(Properties['RouteKey']),
      Properties,
    ]),
  );

/** The machine’s definition; what CloudFormation fills in becomes a word. */
export function definitionOf(machine: Resource): string {
  const definition = machine.Properties['DefinitionString'] as { 'Fn::Join': [string, unknown[]] };
  return definition['Fn::Join'][1].map(part => (typeof part === 'string' ? part : 'REFERENCE')).join('');
}

/** What runs: the API, the state machine, what looks after them. */
export function serviceSuite(province: () => Synthesized): void {
  describe('the HTTP API', () => {
    test('is reached over IPv4 and IPv6', () => {
      const [, { Properties }] = onlyResource(province().service, 'AWS::ApiGatewayV2::Api');
      expect(Properties['IpAddressType']).toBe('dualstack');
    });

    test('has a route for every operation and page, and no other', () => {
      const wanted = [
        ...allOperations.map(({ method, path }) => `${method} ${path}`),
        ...[...documentationPages, ...pagePaths].map(path => `GET ${path}`),
      ];
      expect([...routesOf(province()).keys()].sort()).toEqual(wanted.sort());
    });

    test('asks for a token wherever an operation is not for anybody', () => {
      const routes = routesOf(province());
      const [authorizer] = onlyResource(province().service, 'AWS::ApiGatewayV2::Authorizer');
      expect(allOperations.filter(operation => !isPublic(operation)).length).toBeGreaterThan(10);
      for (const operation of allOperations) {
        const route = routes.get(`${operation.method} ${operation.path}`);
        expect(route, operation.id).toMatchObject(
          isPublic(operation)
            ? { AuthorizationType: 'NONE' }
            : { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer } },
        );
      }
    });

    test('remembers the authorizer’s finding for a minute and no longer', () => {
      const [, authorizer] = onlyResource(province().service, 'AWS::ApiGatewayV2::Authorizer');
      expect(authorizer.Properties).toMatchObject({
        AuthorizerPayloadFormatVersion: '2.0',
        EnableSimpleResponses: true,
        AuthorizerResultTtlInSeconds: 60,
        IdentitySource: ['$request.header.Authorization'],
      });
    });

    test('is throttled, and logs who called what but neither query nor token', () => {
      const [, stage] = onlyResource(province().service, 'AWS::ApiGatewayV2::Stage');
      expect(stage.Properties['DefaultRouteSettings']).toEqual({
        ThrottlingBurstLimit: 400,
        ThrottlingRateLimit: 200,
      });
      const own = stage.Properties['RouteSettings'] as Record<string, unknown>;
      expect(own['GET /v1/track/{code}']).toEqual({ ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 });
      expect([...routesOf(province()).keys()]).toEqual(expect.arrayContaining(Object.keys(own)));
      const alarms = resources(province().service, 'AWS::CloudWatch::Alarm');
      const waves = alarms.filter(([id]) => id.startsWith('ApiWatchWave'));
      expect(waves.map(([, { Properties }]) => Properties['MetricName']).sort()).toEqual(
        ['Refused401', 'Refused403', 'Refused404', 'Refused429'].sort(),
      );
      const { Format } = stage.Properties['AccessLogSettings'] as { Format: string };
      expect(Object.values(JSON.parse(Format)).sort()).toEqual(
        [
          '$context.authorizer.account',
          '$context.identity.sourceIp',
          '$context.requestId',
          '$context.requestTime',
          '$context.responseLatency',
          '$context.responseLength',
          '$context.routeKey',
          '$context.status',
        ].sort(),
      );
    });
  });

  describe('the state machine', () => {
    test('is a standard one, in JSONata, traced, and logs no execution data', () => {
      const { service } = province();
      const [, machine] = onlyResource(service, 'AWS::StepFunctions::StateMachine');
      expect(machine.Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
      });
      expect(JSON.parse(definitionOf(machine))).toMatchObject({
        QueryLanguage: 'JSONata',
        StartAt: 'Await reception',
      });
    });

    test('hands its token to the function that keeps it, and to nothing else', () => {
      const { service } = province();
      const [, machine] = onlyResource(service, 'AWS::StepFunctions::StateMachine');
      const { States: states } = JSON.parse(definitionOf(machine)) as {
        States: Record<string, { Resource?: string }>;
      };
      const withToken = Object.entries(states).filter(([, state]) =>
        JSON.stringify(state).includes('Task.Token'),
      );
      expect(withToken.length).toBe(9);
      for (const [name, { Resource }] of withToken) {
        expect(name).toMatch(/^Await /);
        expect(Resource).toMatch(/lambda:invoke\.waitForTaskToken$/);
      }
      // CDK’s JsonPath.taskToken comes out as this literal in a JSONata machine.
      expect(definitionOf(machine)).not.toContain('$$.Task.Token');
      expect(definitionOf(machine)).not.toContain('TimeoutSecondsPath');
    });
  });

  describe('queues, schedules and alarms', () => {
    test('every queue has dead letters or is one, is encrypted, and takes TLS only', () => {
      const { running } = province();
      const queues = resources(running, 'AWS::SQS::Queue');
      const deadLetters = new Set<string>();
      for (const [, { Properties }] of queues) {
        const redrive = Properties['RedrivePolicy'] as { deadLetterTargetArn?: unknown } | undefined;
        const target = referred(redrive?.deadLetterTargetArn);
        if (target !== undefined) deadLetters.add(target);
      }
      for (const [, { Properties }] of resources(running, 'AWS::Events::Rule')) {
        for (const { DeadLetterConfig } of Properties['Targets'] as {
          DeadLetterConfig?: { Arn: unknown };
        }[]) {
          const target = referred(DeadLetterConfig?.Arn);
          if (target !== undefined) deadLetters.add(target);
        }
      }
      // Those of mappings of streams, too.
      for (const [, { Properties }] of resources(running, 'AWS::Lambda::EventSourceMapping')) {
        const failures = Properties['DestinationConfig'] as
          | { OnFailure: { Destination: unknown } }
          | undefined;
        const target = referred(failures?.OnFailure.Destination);
        if (target !== undefined) deadLetters.add(target);
      }
      expect(queues).toHaveLength(20);
      expect(deadLetters.size).toBe(11);
      for (const [id, { Properties }] of queues) {
        expect(deadLetters.has(id) || Properties['RedrivePolicy'] !== undefined, id).toBe(true);
        expect(Properties['SqsManagedSseEnabled'], id).toBe(true);
      }
      const policies = resources(running, 'AWS::SQS::QueuePolicy');
      expect(policies).toHaveLength(20);
      for (const [id, policy] of policies) {
        expect(statementsOf(policy), id).toContainEqual(
          expect.objectContaining({
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        );
      }
      // The first message in the dead letters is an alarm, and they keep messages for two weeks.
      const kept = new Map(queues);
      const alarms = resources(running, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
      for (const queue of deadLetters) {
        expect(kept.get(queue)?.Properties['MessageRetentionPeriod'], queue).toBe(1_209_600);
        expect(alarms, queue).toContainEqual(
          expect.objectContaining({
            Namespace: 'AWS/SQS',
            MetricName: 'ApproximateNumberOfMessagesVisible',
            Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
            Threshold: 1,
          }),
        );
      }
    });

    test('queues keep their logical ids: messages that wait in them are theirs', () => {
      const queues = resources(province().service, 'AWS::SQS::Queue').map(([id]) => id);
      expect(
        queues,
        'The logical id of a queue changed. CloudFormation would delete it with the messages that wait in it, dead letters too.',
      ).toEqual(
        expect.arrayContaining([
          'ExportWorkDeadLetters0577E2D4',
          'ExportWorkOrders922871E8',
          'UploadedArrivalsE40B7046',
          'UploadedDeadLetters80559556',
          'WatchDeadLetters86B60BD3',
        ]),
      );
    });

    test('a message stays hidden for long enough to be handled, and each is failed by itself', () => {
      const { running } = province();
      const mappings = resources(running, 'AWS::Lambda::EventSourceMapping');
      const functions = new Map(resources(running, 'AWS::Lambda::Function'));
      const queues = new Map(resources(running, 'AWS::SQS::Queue'));
      expect(mappings).toHaveLength(10);
      for (const [id, { Properties }] of mappings) {
        expect(Properties['FunctionResponseTypes'], id).toEqual(['ReportBatchItemFailures']);
        if (Properties['StartingPosition'] !== undefined) continue;
        const fn = functions.get(referred(Properties['FunctionName']) ?? '')?.Properties;
        const queue = queues.get(referred(Properties['EventSourceArn']) ?? '')?.Properties;
        // AWS asks for six times the function’s timeout.
        expect(Number(queue?.['VisibilityTimeout']), id).toBeGreaterThanOrEqual(6 * Number(fn?.['Timeout']));
      }
    });

    test('exports are made one at a time by few workers, each tried as often as it is told', () => {
      const { running } = province();
      const named = (type: string, name: string) => {
        const [, found] = resources(running, type).find(([id]) => id.startsWith(name)) ?? [];
        if (!found) throw new TypeError(`there is no ${type} ${name}`);
        return found.Properties;
      };
      const worker = named('AWS::Lambda::Function', 'ExportWorker');
      const queue = named('AWS::SQS::Queue', 'ExportWorkOrders');
      const mapping = named('AWS::Lambda::EventSourceMapping', 'ExportWorker');
      expect(worker).toMatchObject({ MemorySize: 1769, Timeout: 300 });
      expect(mapping).toMatchObject({
        BatchSize: 1,
        ScalingConfig: { MaximumConcurrency: 2 },
      });
      const { Variables } = worker['Environment'] as { Variables: Record<string, string> };
      const redrive = queue['RedrivePolicy'] as { maxReceiveCount: number };
      expect(Variables['EXPORT_TRIES']).toBe(String(redrive.maxReceiveCount));
      // A run holds its export for longer than it can last, and all tries are over before it counts as lost.
      expect(HELD_FOR).toBeGreaterThan(Number(worker['Timeout']) * 1000);
      const hidden = Number(queue['VisibilityTimeout']) * 1000;
      expect(GIVEN_UP_AFTER).toBeGreaterThan(redrive.maxReceiveCount * hidden);
    });

    test('the sweeper runs every minute, succession from midnight on; lost executions and arrived files are told at once', () => {
      const { service, running } = province();
      const [machine] = onlyResource(service, 'AWS::StepFunctions::StateMachine');
      const functions = new Map(resources(running, 'AWS::Lambda::Function'));
      const nameOf = (target: unknown) =>
        functions.get(referred(target) ?? '')?.Properties['Description'] ?? referred(target);
      const rules = resources(running, 'AWS::Events::Rule').map(([, { Properties }]) => ({
        schedule: Properties['ScheduleExpression'],
        pattern: Properties['EventPattern'],
        state: Properties['State'],
        targets: (Properties['Targets'] as { Arn: unknown }[]).map(({ Arn }) => nameOf(Arn)),
      }));
      expect(rules).toHaveLength(16);
      // 16:30 UTC is half an hour before midnight in Viet Nam.
      expect(rules).toContainEqual({
        schedule: 'cron(30 16 * * ? *)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Settles what statements show, and compares the day with gateways and the treasury'],
      });
      expect(rules).toContainEqual({
        schedule: 'cron(25 * * * ? *)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Anchors each day, and audits the records by the anchors'],
      });
      expect(rules).toContainEqual({
        schedule: 'rate(5 minutes)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Carries confirmed changes to their end'],
      });
      expect(rules).toContainEqual({
        schedule: 'cron(37 19 * * ? *)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Removes uploads that no dossier took'],
      });
      expect(rules).toContainEqual({
        schedule: 'rate(1 minute)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Wakes machines that were not told of a decision'],
      });
      expect(rules).toContainEqual({
        schedule: undefined,
        pattern: {
          source: ['aws.states'],
          'detail-type': ['Step Functions Execution Status Change'],
          detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [{ Ref: machine }] },
        },
        state: 'ENABLED',
        targets: ['Starts the next round of dossiers whose execution was lost'],
      });
      expect(rules).toContainEqual(
        expect.objectContaining({
          pattern: expect.objectContaining({ source: ['aws.s3'], 'detail-type': ['Object Created'] }),
          targets: [expect.stringMatching(/^UploadedArrivals/)],
        }),
      );
      // 17:01 UTC is a minute after midnight in Viet Nam, when the last day of a unit is over.
      expect(rules).toContainEqual({
        schedule: 'cron(1,16,31,46 * * * ? *)',
        pattern: undefined,
        state: 'ENABLED',
        targets: ['Hands over the dossiers of ended units'],
      });
      province().records.hasResourceProperties('AWS::S3::Bucket', {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      });
    });

    test('every alarm goes to the topic, the topic to the operators, and CloudWatch may publish to it', () => {
      const { service, running } = province();
      const [topic] = onlyResource(service, 'AWS::SNS::Topic');
      const alarms = resources(running, 'AWS::CloudWatch::Alarm');
      expect(alarms.length).toBeGreaterThanOrEqual(7);
      for (const [id, { Properties }] of alarms)
        expect((Properties['AlarmActions'] as unknown[]).map(referred), id).toEqual([topic]);
      // Whoever is woken by one finds it in the guides by its name; those of dead letters bear the name of the queue.
      for (const guide of ['operations.md', 'vi/van-hanh.md']) {
        const text = readFileSync(new URL(`../../docs/${guide}`, import.meta.url), 'utf8');
        for (const [id] of alarms) {
          const name = id.replace(/(Alarm)?[0-9A-F]{8}$/, '');
          expect(text, `${guide} says nothing of ${name}`).toContain(`\`${name}…\``);
        }
      }
      service.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Namespace: 'AWS/States',
        MetricName: 'ExecutionsFailed',
      });
      service.hasResourceProperties('AWS::SNS::Subscription', {
        Protocol: 'email',
        Endpoint: 'alarms@province.example',
        TopicArn: { Ref: topic },
      });
      const [, policy] = onlyResource(service, 'AWS::SNS::TopicPolicy');
      // A topic with a policy of its own loses the default one, which lets the account’s alarms publish.
      expect(statementsOf(policy)).toContainEqual(
        expect.objectContaining({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      );
    });
  });

  describe('templates', () => {
    test('hold no secret: no token, no private key, no credentials', () => {
      const text = JSON.stringify([
        assemblyJson(province(), 'Records.template.json'),
        assemblyJson(province(), 'Service.template.json'),
        assemblyJson(province(), 'Workers.template.json'),
      ]);
      expect(text.length).toBeGreaterThan(50_000);
      for (const secret of [
        /AKIA[0-9A-Z]{16}/,
        /PRIVATE KEY/,
        /"d"\s*:\s*"/,
        /eyJ[\w-]+\.eyJ/,
        /"SecretString"/,
        /personSecret/,
      ]) {
        expect(text).not.toMatch(secret);
      }
    });

    test('trust the issuers of the settings and no other', () => {
      const trusting = resources(province().running, 'AWS::Lambda::Function').flatMap(
        ([, { Properties }]) => {
          const environment = Properties['Environment'] as { Variables: Record<string, string> } | undefined;
          const issuers = environment?.Variables['TRUSTED_ISSUERS'];
          return issuers === undefined ? [] : [JSON.parse(issuers) as { issuer: string }[]];
        },
      );
      expect(trusting.map(issuers => issuers.map(({ issuer }) => issuer))).toEqual([
        ['https://identity.province.example/officers'],
      ]);
    });
  });
}
