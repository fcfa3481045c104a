import { createHash } from 'node:crypto';
import type { Place } from '../host/place.ts';

/** What CloudFormation would call a resource: its physical name, what `Ref` gives, its ARN and its other attributes. */
export interface Identity {
  readonly name: string;
  readonly ref: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Which property names a resource, and how long a name AWS takes. */
const NAMING: Readonly<Record<string, { property: string; longest: number }>> = {
  'AWS::DynamoDB::Table': { property: 'TableName', longest: 255 },
  'AWS::S3::Bucket': { property: 'BucketName', longest: 63 },
  'AWS::Lambda::Function': { property: 'FunctionName', longest: 64 },
  'AWS::SQS::Queue': { property: 'QueueName', longest: 80 },
  'AWS::StepFunctions::StateMachine': { property: 'StateMachineName', longest: 80 },
  'AWS::Events::Rule': { property: 'Name', longest: 64 },
  'AWS::Events::EventBus': { property: 'Name', longest: 256 },
  'AWS::Scheduler::Schedule': { property: 'Name', longest: 64 },
  'AWS::Scheduler::ScheduleGroup': { property: 'Name', longest: 64 },
  'AWS::Logs::LogGroup': { property: 'LogGroupName', longest: 512 },
  'AWS::SNS::Topic': { property: 'TopicName', longest: 256 },
  'AWS::CloudWatch::Alarm': { property: 'AlarmName', longest: 255 },
  'AWS::IAM::Role': { property: 'RoleName', longest: 64 },
  'AWS::KMS::Alias': { property: 'AliasName', longest: 256 },
  'AWS::ApiGatewayV2::Stage': { property: 'StageName', longest: 128 },
  'AWS::SecretsManager::Secret': { property: 'Name', longest: 512 },
};

/** The property that may name a resource of this type, when there is one. */
export function namingProperty(type: string): string | undefined {
  return NAMING[type]?.property;
}

/** `Stack-LogicalId`, the same at every start; shortened with a hash where AWS's limit asks for it. */
export function defaultName(type: string, stack: string, logicalId: string): string {
  const longest = NAMING[type]?.longest ?? 255;
  const plain = `${stack}-${logicalId}`;
  const fitting = plain.length <= longest ? plain : `${plain.slice(0, longest - 9)}-${shortHash(plain, 8)}`;
  return type === 'AWS::S3::Bucket' ? fitting.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-') : fitting;
}

const shortHash = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** What a resource's identity is made of. */
export interface Identified {
  readonly type: string;
  readonly name: string;
  /** What makes the resource unique in the account: stack and logical id. */
  readonly path: string;
  readonly place: Place;
  /** Where the host listens. */
  readonly apiUrl: string;
  readonly awsUrl: string;
}

/** Everything a template can ask about a resource by `Ref` and `Fn::GetAtt`. */
export function identify(resource: Identified): Identity {
  const identity = IDENTITIES[resource.type];
  if (identity) return identity(resource);
  const service = resource.type.split('::')[1]?.toLowerCase() ?? 'unknown';
  return byName(resource, arnOf(resource, service, resource.name));
}

const arnOf = ({ place }: Identified, service: string, rest: string) =>
  `arn:aws:${service}:${place.region}:${place.accountId}:${rest}`;

type Attributes = Readonly<Record<string, string>>;

const byName = ({ name }: Identified, arn: string, attributes: Attributes = {}): Identity => ({
  name,
  ref: name,
  arn,
  attributes: { Arn: arn, ...attributes },
});

const byArn = ({ name }: Identified, arn: string, attributes: Attributes = {}): Identity => ({
  name,
  ref: arn,
  arn,
  attributes: { Arn: arn, ...attributes },
});

const byId = (resource: Identified, length: number, attributes: (id: string) => Attributes = () => ({})) => {
  const id = shortHash(resource.path, length);
  return { name: id, ref: id, arn: arnOf(resource, 'apigateway', id), attributes: attributes(id) };
};

/** Resources whose ARN is their name behind a prefix, and whose other attributes nobody asks for. */
const plain =
  (service: string, prefix: string, suffix = '') =>
  (resource: Identified) =>
    byName(resource, arnOf(resource, service, `${prefix}${resource.name}${suffix}`));

const IDENTITIES: Readonly<Record<string, (resource: Identified) => Identity>> = {
  'AWS::DynamoDB::Table'(table) {
    const arn = arnOf(table, 'dynamodb', `table/${table.name}`);
    return byName(table, arn, { StreamArn: `${arn}/stream/2024-01-01T00:00:00.000` });
  },
  'AWS::S3::Bucket': bucket =>
    byName(bucket, `arn:aws:s3:::${bucket.name}`, {
      DomainName: `${bucket.name}.s3.amazonaws.com`,
      RegionalDomainName: `${bucket.name}.s3.${bucket.place.region}.amazonaws.com`,
    }),
  'AWS::KMS::Key'(key) {
    const id = shortHash(key.path, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const arn = arnOf(key, 'kms', `key/${id}`);
    return { name: id, ref: id, arn, attributes: { Arn: arn, KeyId: id } };
  },
  'AWS::Lambda::Function': plain('lambda', 'function:'),
  // Its name is followed by six characters that AWS draws.
  'AWS::SecretsManager::Secret'(secret) {
    const arn = arnOf(secret, 'secretsmanager', `secret:${secret.name}-${shortHash(secret.path, 6)}`);
    return byArn(secret, arn, { Id: arn });
  },
  'AWS::SQS::Queue'(queue) {
    const { name, place, awsUrl } = queue;
    const url = `${awsUrl}/${place.accountId}/${name}`;
    const arn = arnOf(queue, 'sqs', name);
    return { name, ref: url, arn, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
  },
  'AWS::StepFunctions::StateMachine': machine =>
    byArn(machine, arnOf(machine, 'states', `stateMachine:${machine.name}`), { Name: machine.name }),
  'AWS::Events::Rule': plain('events', 'rule/'),
  'AWS::Events::EventBus': bus =>
    byName(bus, arnOf(bus, 'events', `event-bus/${bus.name}`), { Name: bus.name }),
  'AWS::Scheduler::Schedule': plain('scheduler', 'schedule/default/'),
  'AWS::Logs::LogGroup': plain('logs', 'log-group:', ':*'),
  'AWS::SNS::Topic'(topic) {
    const arn = arnOf(topic, 'sns', topic.name);
    return byArn(topic, arn, { TopicArn: arn, TopicName: topic.name });
  },
  'AWS::CloudWatch::Alarm': plain('cloudwatch', 'alarm:'),
  'AWS::IAM::Role': role =>
    byName(role, `arn:aws:iam::${role.place.accountId}:role/${role.name}`, {
      RoleId: `AROA${shortHash(role.path, 16).toUpperCase()}`,
    }),
  'AWS::ApiGatewayV2::Api': api => byId(api, 10, id => ({ ApiId: id, ApiEndpoint: api.apiUrl })),
  'AWS::ApiGatewayV2::Stage': plain('apigateway', 'stages/'),
  'AWS::ApiGatewayV2::Authorizer': authorizer => byId(authorizer, 6, id => ({ AuthorizerId: id })),
  'AWS::ApiGatewayV2::Integration': integration => byId(integration, 7),
  'AWS::ApiGatewayV2::Route': route => byId(route, 7),
};
