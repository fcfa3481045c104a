import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Policy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { Bundle } from '../bundling/bundle-functions.ts';
import { ApiWatch } from '../constructs/api-watch.ts';
import { DossierApi } from '../constructs/dossier-api.ts';
import { DossierMachine } from '../constructs/dossier-machine.ts';
import { EXPORT_MEMORY, EXPORT_SECONDS, EXPORT_TRIES, ExportWork } from '../constructs/export-work.ts';
import { HouseFunction } from '../constructs/house-function.ts';
import { MachineWatch } from '../constructs/machine-watch.ts';
import {
  grantChanges,
  grantObjectReads,
  grantObjectWrites,
  grantSearchDeletes,
  grantSearchEntries,
  grantUploadsInParts,
  grantWork,
} from '../constructs/record-grants.ts';
import { SUCCESSION_SECONDS, UnitSuccession } from '../constructs/unit-succession.ts';
import { UploadCheck } from '../constructs/upload-check.ts';
import type { ProvinceSettings } from '../settings/settings.ts';
import type { RecordsStack } from './records-stack.ts';

export interface ServiceStackProps extends StackProps {
  readonly records: RecordsStack;
  readonly settings: ProvinceSettings;
  readonly bundles: ReadonlyMap<string, Bundle>;
}

/**
 * What runs: functions, API, state machine, watches. It may be deployed every day. Records are not in it, but the running executions are
 * its state machine’s: it is updated, never deleted and made again.
 */
export class ServiceStack extends Stack {
  readonly api: DossierApi;
  readonly machine: DossierMachine;
  private readonly wanted: ServiceStackProps;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.wanted = props;
    const { records, settings } = props;
    const logRetention = settings.logDays as RetentionDays;
    const alarmTopic = this.alarmTopic(settings.alarmEmails);

    const machineFunctions = this.machineFunctions();
    this.machine = new DossierMachine(this, 'Dossier', {
      ...machineFunctions,
      logGroup: new LogGroup(this, 'MachineLog', {
        retention: logRetention,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
    });
    this.letMachineFunctionsAnswer(machineFunctions);

    this.api = new DossierApi(this, 'Http', {
      authorizer: this.make('authorizer', 'Finds out who calls from a bearer token', {
        TRUSTED_ISSUERS: JSON.stringify(settings.issuers),
      }),
      capabilities: { ...this.capabilities(), exports: this.makeExports(alarmTopic) },
      allowedOrigins: settings.allowedOrigins,
      logRetention,
    });
    this.watch(alarmTopic);
    this.handOverUnits(alarmTopic);
    this.checkUploads(alarmTopic);

    new CfnOutput(this, 'ApiUrl', { value: this.api.api.apiEndpoint, description: 'Where the API answers' });
    new CfnOutput(this, 'TableName', { value: records.table.tableName, description: 'The table of records' });
  }

  private make(
    name: string,
    description: string,
    environment: Record<string, string>,
    more: { timeout?: number; memory?: number } = {},
  ) {
    const bundle = this.wanted.bundles.get(name);
    if (!bundle) throw new Error(`There is no function ${name}: functions/${name}/index.ts is missing.`);
    const id = name
      .split('-')
      .map(part => part.charAt(0).toUpperCase() + part.slice(1))
      .join('');
    return new HouseFunction(this, id, {
      bundle,
      description,
      environment,
      logRetention: this.wanted.settings.logDays as RetentionDays,
      ...more,
    });
  }

  private get place() {
    const { table, uploads, results, exports } = this.wanted.records;
    return {
      table: { TABLE_NAME: table.tableName },
      uploads: { UPLOADS_BUCKET: uploads.bucketName },
      results: { RESULTS_BUCKET: results.bucketName },
      exports: { EXPORTS_BUCKET: exports.bucketName },
    };
  }

  private machineFunctions() {
    const { key, table, uploads, results } = this.wanted.records;
    const awaitTask = this.make('machine-await', 'Keeps the token of a wait', this.place.table, {
      timeout: 30,
    });
    const soundAlarm = this.make('machine-alarm', 'Records alarms that are due', this.place.table, {
      timeout: 30,
    });
    const issueResult = this.make(
      'machine-issue',
      'Makes and registers the result of a decided dossier',
      { ...this.place.table, ...this.place.uploads, ...this.place.results },
      { timeout: 55, memory: 1024 },
    );
    grantWork(table, key, awaitTask);
    for (const writer of [soundAlarm, issueResult]) grantChanges(table, key, writer);
    grantObjectReads(uploads, key, issueResult);
    grantObjectWrites(results, key, issueResult);
    return { awaitTask, soundAlarm, issueResult };
  }

  /**
   * The functions that the machine calls answer it and start its next round. Their rights are a policy of their own: as part of their
   * roles’ default policies they would make machine and functions wait for one another.
   */
  private letMachineFunctionsAnswer({
    awaitTask,
    soundAlarm,
  }: ReturnType<ServiceStack['machineFunctions']>): void {
    const { machine } = this.machine;
    for (const [id, fn, action] of [
      ['AnswerWaits', awaitTask, 'states:SendTaskSuccess'],
      ['StartNextRound', soundAlarm, 'states:StartExecution'],
    ] as const) {
      if (!fn.role) throw new TypeError(`${id}: the function has no role`);
      new Policy(this, id, {
        roles: [fn.role],
        statements: [new PolicyStatement({ actions: [action], resources: [machine.stateMachineArn] })],
      });
    }
  }

  private capabilities() {
    const { key, table, uploads, results } = this.wanted.records;
    const { machine } = this.machine;
    const working = {
      ...this.place.table,
      ...this.place.uploads,
      STATE_MACHINE_ARN: machine.stateMachineArn,
    };
    const intake = this.make('intake', 'Submissions, supplements, withdrawals', working);
    const tasks = this.make('tasks', 'Officers’ work lists and decisions', working);
    for (const worker of [intake, tasks]) {
      grantChanges(table, key, worker);
      grantObjectReads(uploads, key, worker);
      machine.grantStartExecution(worker);
      machine.grantTaskResponse(worker);
    }
    // Whoever corrects an applicant takes the dossier from what it was found by.
    grantSearchDeletes(table, intake);
    const replanning = this.make(
      'replanning',
      'Promised dates found again on command',
      { ...this.place.table, STATE_MACHINE_ARN: machine.stateMachineArn },
      { timeout: 29, memory: 1024 },
    );
    grantChanges(table, key, replanning);
    machine.grantTaskResponse(replanning);
    const dossiers = this.make('dossiers', 'Reading dossiers, their ledgers and results', {
      ...this.place.table,
      ...this.place.results,
      ...this.place.uploads,
    });
    grantObjectReads(results, key, dossiers);
    grantObjectReads(uploads, key, dossiers);
    const search = this.make('search', 'Looking for dossiers', this.place.table);
    const searchUpkeep = this.make(
      'search-upkeep',
      'Search entries written anew on command',
      this.place.table,
      { timeout: 29, memory: 1024 },
    );
    grantSearchEntries(table, key, searchUpkeep);
    const uploadLinks = this.make('uploads', 'Links for uploading files, and their judgement', {
      ...this.place.table,
      ...this.place.uploads,
    });
    grantObjectWrites(uploads, key, uploadLinks);
    grantObjectReads(uploads, key, uploadLinks);
    const catalogue = this.make('catalogue', 'Procedures and workflows', this.place.table, {
      timeout: 29,
      memory: 1024,
    });
    const organization = this.make('organization', 'Units and officers', this.place.table, {
      timeout: 29,
      memory: 1024,
    });
    // A unit that ends hands its dossiers over.
    grantChanges(table, key, organization);
    const workCalendar = this.make('work-calendar', 'Working time of the province', this.place.table);
    // The reader, too, may be the first that needs the deployment’s keyring, and then makes it.
    for (const writer of [dossiers, search, uploadLinks, catalogue, workCalendar])
      grantWork(table, key, writer);
    return {
      intake,
      tasks,
      dossiers,
      search,
      'search-upkeep': searchUpkeep,
      uploads: uploadLinks,
      catalogue,
      organization,
      'work-calendar': workCalendar,
      replanning,
      deadlines: this.make('deadlines', 'The legal clock, for anybody', {}),
      site: this.make('site', 'Health and documentation', {}, { memory: 256 }),
    };
  }

  private watch(alarmTopic: Topic): void {
    const { key, table } = this.wanted.records;
    const { machine } = this.machine;
    const environment = { ...this.place.table, STATE_MACHINE_ARN: machine.stateMachineArn };
    const sweeper = this.make('sweeper', 'Wakes machines that were not told', environment, { timeout: 60 });
    const executionWatch = this.make(
      'execution-watch',
      'Carries on dossiers whose execution was lost',
      environment,
      { timeout: 30 },
    );
    for (const watcher of [sweeper, executionWatch]) {
      grantChanges(table, key, watcher);
      machine.grantStartExecution(watcher);
      machine.grantTaskResponse(watcher);
      machine.grantExecution(watcher, 'states:DescribeExecution');
    }
    new MachineWatch(this, 'Watch', { machine, sweeper, executionWatch, alarmTopic });
    new ApiWatch(this, 'ApiWatch', { api: this.api.api, alarmTopic });
  }

  private handOverUnits(alarmTopic: Topic): void {
    const { key, table } = this.wanted.records;
    const worker = this.make(
      'succession-worker',
      'Hands over the dossiers of units that ended',
      this.place.table,
      { timeout: SUCCESSION_SECONDS, memory: 1024 },
    );
    grantChanges(table, key, worker);
    new UnitSuccession(this, 'Succession', { worker, alarmTopic });
  }

  private checkUploads(alarmTopic: Topic): void {
    const { key, table, uploads } = this.wanted.records;
    const checker = this.make('upload-check', 'Compares uploads with their declarations', {
      ...this.place.table,
      ...this.place.uploads,
    });
    grantWork(table, key, checker);
    grantObjectReads(uploads, key, checker);
    new UploadCheck(this, 'Uploaded', { bucketName: uploads.bucketName, checker, alarmTopic });
  }

  /** Exports: the function that takes requests for them, the queue, and the worker that makes them. */
  private makeExports(alarmTopic: Topic): HouseFunction {
    const { key, table, exports } = this.wanted.records;
    const place = { ...this.place.table, ...this.place.exports };
    const work = new ExportWork(this, 'ExportWork', { alarmTopic });
    const worker = this.make(
      'export-worker',
      'Makes the files of exports',
      // Rows live for a moment: with a small young heap the function stays below 256 MiB, whatever it is given.
      { ...place, EXPORT_TRIES: String(EXPORT_TRIES), NODE_OPTIONS: '--max-semi-space-size=2' },
      { timeout: EXPORT_SECONDS, memory: EXPORT_MEMORY },
    );
    grantWork(table, key, worker);
    grantUploadsInParts(exports, key, worker);
    work.feed(worker);
    const front = this.make('exports', 'Lists as files: asked for and fetched', {
      ...place,
      EXPORT_QUEUE_URL: work.orders.queueUrl,
    });
    grantWork(table, key, front);
    grantObjectReads(exports, key, front);
    work.orders.grant(front, 'sqs:SendMessage');
    return front;
  }

  private alarmTopic(emails: readonly string[]): Topic {
    const topic = new Topic(this, 'Alarms', { displayName: 'Một Cửa alarms', enforceSSL: true });
    for (const email of emails) topic.addSubscription(new EmailSubscription(email));
    // A topic with a policy of its own no longer lets CloudWatch publish by default.
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return topic;
  }
}
