import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { FeatureAlarm, PartName } from '../../functions/kernel/feature.ts';
import type { Deployment } from '../stacks/deployment.ts';
import { alarmOn } from './alarm-on.ts';
import { placeOf } from './construct-names.ts';

/** The namespace of the metrics that functions count themselves. */
const NAMESPACE = 'motcua';

/** An alarm that a manifest asks for. */
export function featureAlarm(
  stack: Construct,
  name: PartName,
  wanted: FeatureAlarm,
  deployment: Deployment,
): void {
  const { scope, id } = placeOf(stack, name);
  alarmOn(scope, id, {
    description: wanted.description,
    metric: metricOf(wanted, deployment),
    atLeast: wanted.atLeast,
    ...(wanted.periods !== undefined && { periods: wanted.periods }),
    ...(wanted.silence !== undefined && { silence: wanted.silence }),
    topic: deployment.alarmTopic,
  });
}

function metricOf({ of, minutes }: FeatureAlarm, deployment: Deployment): IMetric {
  const period = Duration.minutes(minutes);
  if ('errorsOf' in of) return deployment.function(of.errorsOf).metricErrors({ period });
  if ('executionsFailed' in of) return deployment.machine.metricFailed({ period });
  return new Metric({
    namespace: NAMESPACE,
    metricName: of.metric,
    statistic: of.statistic,
    period,
    ...(of.dimensions && { dimensionsMap: { ...of.dimensions } }),
  });
}
