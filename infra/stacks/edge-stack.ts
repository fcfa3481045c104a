import { ArnFormat, CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { rateRules } from '../constructs/rate-rules.ts';
import type { Edge } from '../settings/edge.ts';

export interface EdgeStackProps extends StackProps {
  readonly name: string;
  readonly rates: NonNullable<Edge['rates']>;
  readonly logRetention: RetentionDays;
}

/**
 * The rules of AWS WAF for CloudFront, which takes them from us-east-1 only. Its output goes into the settings: a
 * reference across regions would need a function with rights of its own, for one line.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { name, rates, logRetention, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const acl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      description: 'Mot Cua: rates by address',
      defaultAction: { allow: {} },
      rules: rateRules(this, rates),
      visibilityConfig: {
        cloudWatchMetricsEnabled: true,
        metricName: `motcua-${name}`,
        sampledRequestsEnabled: false,
      },
    });
    // WAF writes to log groups of this name only.
    const log = new LogGroup(this, 'Log', {
      logGroupName: `aws-waf-logs-motcua-${name}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        this.formatArn({
          service: 'logs',
          resource: 'log-group',
          resourceName: log.logGroupName,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      // As in the access log: addresses and paths, but no token, no question, nothing that an officer wrote.
      redactedFields: [
        { queryString: {} },
        ...['authorization', 'cookie', 'access-reason', 'idempotency-key'].map(header => ({
          singleHeader: { Name: header },
        })),
      ],
    });
    new CfnOutput(this, 'WebAclArn', {
      value: acl.attrArn,
      description: 'For edge.webAclArn of the settings',
    });
  }
}
