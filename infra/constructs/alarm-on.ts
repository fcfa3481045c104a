import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What an alarm watches; `description` says what happened and where the remedy is described. */
export interface AlarmOn {
  readonly description: string;
  readonly metric: IMetric;
  readonly atLeast: number;
  /** Periods in a row, 1 unless more are given. */
  readonly periods?: number;
  /** Whether hearing nothing rings. */
  readonly silence?: 'alarm';
  readonly topic: ITopic;
}

/** The standard alarm: on a count, silent without data unless asked, sent to the operators’ topic. */
export function alarmOn(scope: Construct, id: string, watched: AlarmOn): Alarm {
  const alarm = new Alarm(scope, id, {
    alarmDescription: watched.description,
    metric: watched.metric,
    threshold: watched.atLeast,
    evaluationPeriods: watched.periods ?? 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData:
      watched.silence === 'alarm' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(watched.topic));
  return alarm;
}
