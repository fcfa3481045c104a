import { CfnOutput, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ORIGIN_HEADER } from '../../schemas/identity/origin-header.ts';
import { ApiEdge } from '../constructs/api-edge.ts';
import { ApiWatch } from '../constructs/api-watch.ts';
import { DossierApi } from '../constructs/dossier-api.ts';
import type { HouseFunction } from '../constructs/house-function.ts';
import { OriginSecrets } from '../constructs/origin-secrets.ts';
import { makeMachine } from '../features/machine.ts';
import type { Edge } from '../settings/edge.ts';
import type { Deployment } from './deployment.ts';
import { FeatureStack } from './feature-stack.ts';

/**
 * The API, the state machine, and queues that existed before there were stacks for workers. It holds no records, but
 * the running executions belong to its state machine: the stack is updated, never deleted and recreated.
 */
export class ApiStack extends FeatureStack {
  readonly api: DossierApi;
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: StackProps & { readonly deployment: Deployment }) {
    super(scope, id, { ...props, part: 'api' });
    const { deployment } = props;
    const { settings, records, plan } = deployment;
    const alarmTopic = this.#alarmTopic(settings.alarmEmails);
    deployment.alarmTopic = alarmTopic;
    this.makeQueues();
    this.makeFunctions(fn => fn.calledByMachine === true);
    this.machine = makeMachine(this, deployment);
    this.makeFunctions(fn => !fn.calledByMachine);
    const authorizer = this.#authorizer();
    const { edge } = settings;
    const secrets =
      edge?.webAclArn === undefined ? undefined : new OriginSecrets(this, 'Origin', edge.secretGeneration);
    if (secrets) authorizer.addEnvironment('ORIGIN_SECRETS', secrets.accepted);
    this.api = new DossierApi(this, 'Http', {
      authorizer,
      behindEdge: secrets !== undefined,
      capabilities: new Map(
        [...plan.functions.values()].flatMap(({ name, operations = [] }) =>
          operations.map((group): [string, HouseFunction] => [group, deployment.function(name)]),
        ),
      ),
      allowedOrigins: settings.allowedOrigins,
      logRetention: settings.logDays as RetentionDays,
    });
    this.connect();
    // Not by way of CloudFront: its rules count requests by address, and all pages are asked for from the function's.
    for (const { name } of [...plan.functions.values()].filter(fn => fn.asksApi)) {
      const fn = deployment.function(name);
      fn.addEnvironment('API_URL', this.api.api.apiEndpoint);
      if (secrets) fn.addEnvironment('API_HEADERS', JSON.stringify({ [ORIGIN_HEADER]: secrets.current }));
    }
    new ApiWatch(this, 'ApiWatch', { api: this.api.api, accessLog: this.api.accessLog, alarmTopic });

    const url =
      secrets && edge?.webAclArn ? this.#putBehind(edge, edge.webAclArn, secrets, authorizer) : undefined;
    new CfnOutput(this, 'ApiUrl', {
      value: url ?? this.api.api.apiEndpoint,
      description: 'Where the API answers',
    });
    new CfnOutput(this, 'TableName', { value: records.table.tableName, description: 'The table of records' });
  }

  /** Puts the API behind CloudFront; gives its address there. */
  #putBehind(edge: Edge, webAclArn: string, secrets: OriginSecrets, authorizer: HouseFunction): string {
    const { distribution } = new ApiEdge(this, 'Edge', {
      api: this.api.api,
      secrets,
      authorizer,
      edge,
      webAclArn,
    });
    return `https://${edge.domain?.names[0] ?? distribution.distributionDomainName}`;
  }

  #authorizer(): HouseFunction {
    const { plan } = this.deployment;
    const [authorizer, ...others] = [...plan.functions.values()].filter(fn => fn.authorizes);
    if (!authorizer || others.length > 0) throw new TypeError('one function must authorize calls of the API');
    return this.deployment.function(authorizer.name);
  }

  #alarmTopic(emails: readonly string[]): Topic {
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
