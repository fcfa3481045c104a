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

/** Everything a template can ask about a resource by `Ref` and `Fn::GetAtt`. `apiUrl` and `awsUrl` are where the host listens. */
export function identify(deps: {
  type: string;
  name: string;
  /** What makes the resource unique in the account: stack and logical id. */
  path: string;
  place: Place;
  apiUrl: string;
  awsUrl: string;
}): Identity {
  const { type, name, path, place, apiUrl, awsUrl } = deps;
  const arnOf = (service: string, rest: string) =>
    `arn:aws:${service}:${place.region}:${place.accountId}:${rest}`;
  const byName = (arn: string, attributes: Record<string, string> = {}): Identity => ({
    name,
    ref: name,
    arn,
    attributes: { Arn: arn, ...attributes },
  });
  const byArn = (arn: string, attributes: Record<string, string> = {}): Identity => ({
    name,
    ref: arn,
    arn,
    attributes: { Arn: arn, ...attributes },
  });
  const byId = (id: string, attributes: Record<string, string> = {}): Identity => ({
    name: id,
    ref: id,
    arn: arnOf('apigateway', id),
    attributes,
  });

  switch (type) {
    case 'AWS::DynamoDB::Table': {
      const arn = arnOf('dynamodb', `table/${name}`);
      return byName(arn, { StreamArn: `${arn}/stream/2024-01-01T00:00:00.000` });
    }
    case 'AWS::S3::Bucket':
      return byName(`arn:aws:s3:::${name}`, {
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${place.region}.amazonaws.com`,
      });
    case 'AWS::KMS::Key': {
      const id = shortHash(path, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return {
        name: id,
        ref: id,
        arn: arnOf('kms', `key/${id}`),
        attributes: { Arn: arnOf('kms', `key/${id}`), KeyId: id },
      };
    }
    case 'AWS::Lambda::Function':
      return byName(arnOf('lambda', `function:${name}`));
    case 'AWS::SQS::Queue': {
      const url = `${awsUrl}/${place.accountId}/${name}`;
      return {
        name,
        ref: url,
        arn: arnOf('sqs', name),
        attributes: { Arn: arnOf('sqs', name), QueueName: name, QueueUrl: url },
      };
    }
    case 'AWS::StepFunctions::StateMachine':
      return byArn(arnOf('states', `stateMachine:${name}`), { Name: name });
    case 'AWS::Events::Rule':
      return byName(arnOf('events', `rule/${name}`));
    case 'AWS::Events::EventBus':
      return byName(arnOf('events', `event-bus/${name}`), { Name: name });
    case 'AWS::Scheduler::Schedule':
      return byName(arnOf('scheduler', `schedule/default/${name}`));
    case 'AWS::Logs::LogGroup':
      return byName(arnOf('logs', `log-group:${name}:*`));
    case 'AWS::SNS::Topic':
      return byArn(arnOf('sns', name), { TopicArn: arnOf('sns', name), TopicName: name });
    case 'AWS::CloudWatch::Alarm':
      return byName(arnOf('cloudwatch', `alarm:${name}`));
    case 'AWS::IAM::Role':
      return byName(`arn:aws:iam::${place.accountId}:role/${name}`, {
        RoleId: `AROA${shortHash(path, 16).toUpperCase()}`,
      });
    case 'AWS::ApiGatewayV2::Api':
      return byId(shortHash(path, 10), { ApiId: shortHash(path, 10), ApiEndpoint: apiUrl });
    case 'AWS::ApiGatewayV2::Stage':
      return byName(arnOf('apigateway', `stages/${name}`));
    case 'AWS::ApiGatewayV2::Authorizer':
      return byId(shortHash(path, 6), { AuthorizerId: shortHash(path, 6) });
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Route':
      return byId(shortHash(path, 7));
    default:
      return byName(arnOf(type.split('::')[1]?.toLowerCase() ?? 'unknown', name));
  }
}
