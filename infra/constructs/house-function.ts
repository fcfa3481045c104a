import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Bundle } from '../bundling/bundle-functions.ts';

export interface HouseFunctionProps {
  readonly bundle: Bundle;
  readonly description: string;
  readonly environment?: Record<string, string>;
  readonly logRetention: RetentionDays;
  readonly seconds: number;
  /** MiB. */
  readonly memory: number;
  /** Concurrent runs set aside for it, and the most it can have. */
  readonly reserved?: number | undefined;
}

/**
 * The standard function: Node 24 on arm64, its bundle as tested, a role with nothing but its own log group until
 * something is granted, logs kept as long as the province says, X-Ray on.
 */
export class HouseFunction extends LambdaFunction {
  readonly ownRole: Role;

  constructor(scope: Construct, id: string, props: HouseFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundle.folder),
      role,
      logGroup,
      memorySize: props.memory,
      ...(props.reserved !== undefined && { reservedConcurrentExecutions: props.reserved }),
      timeout: Duration.seconds(props.seconds),
      tracing: Tracing.ACTIVE,
      environment: { ...props.environment, POWERTOOLS_SERVICE_NAME: 'motcua', POWERTOOLS_LOG_LEVEL: 'INFO' },
    });
    this.ownRole = role;
    explainWildcards(role);
  }
}

/** Why roles of functions have wildcards, for each finding; anything else stops the synthesis. */
function explainWildcards(role: Role): void {
  const reasons: Record<string, string> = {
    'Resource::*': 'X-Ray’s two write actions take no resource.',
    'Resource::TOKEN/index/*':
      'Queries go to the indexes of the one table; naming each would only repeat the table.',
    'Resource::TOKEN/*': 'Objects of the one bucket: their keys are made at run time.',
    'Resource::TOKEN/derived/*':
      'What is made of files, beside them in the one bucket; never the files themselves.',
    'Resource::EXECUTIONS:*': 'Executions of the one machine, read by their names, which are dossier codes.',
  };
  Validations.of(role).acknowledge(
    ...Object.entries(reasons).map(([finding, reason]) => ({ id: `AwsSolutions-IAM5[${finding}]`, reason })),
  );
}
