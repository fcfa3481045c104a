import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmOn } from './alarm-on.ts';

/** Tells when the API fails its callers: answers of 500 and above, within five minutes. */
export class ApiWatch extends Construct {
  constructor(scope: Construct, id: string, props: { api: HttpApi; alarmTopic: ITopic }) {
    super(scope, id);
    alarmOn(this, 'ServerErrors', {
      description:
        'The API answered with server errors: look for FAILED in the logs of its functions (docs/operations.md).',
      metric: props.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 5,
      topic: props.alarmTopic,
    });
  }
}
