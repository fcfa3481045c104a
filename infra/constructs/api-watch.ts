import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmOn } from './alarm-on.ts';

/**
 * Refusals that come in waves, and how many in five minutes make one: tokens tried, rights tried, codes guessed, a caller who does not
 * slow down. A province of 5,000 dossiers a day has a few dozen of each.
 */
const WAVES = { 401: 300, 403: 300, 404: 500, 429: 100 } as const;

/** Alarms when the API fails its callers (answers of 500 and above) or refuses them in waves, within five minutes. */
export class ApiWatch extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { api: HttpApi; accessLog: LogGroup; alarmTopic: ITopic },
  ) {
    super(scope, id);
    alarmOn(this, 'ServerErrors', {
      description:
        'The API answered with server errors: look for FAILED in the logs of its functions (docs/operations.md).',
      metric: props.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      atLeast: 5,
      topic: props.alarmTopic,
    });
    for (const [status, atLeast] of Object.entries(WAVES)) {
      const filter = new MetricFilter(this, `Refused${status}`, {
        logGroup: props.accessLog,
        filterPattern: FilterPattern.stringValue('$.status', '=', status),
        // Two deployments of one account are counted apart.
        metricNamespace: `motcua/${Stack.of(this).stackName}`,
        metricName: `Refused${status}`,
      });
      alarmOn(this, `Wave${status}`, {
        description: `The API answered ${status} in a wave: the access log says to which address and on which route (docs/operations.md).`,
        metric: filter.metric({ period: Duration.minutes(5), statistic: 'Sum' }),
        atLeast,
        topic: props.alarmTopic,
      });
    }
  }
}
