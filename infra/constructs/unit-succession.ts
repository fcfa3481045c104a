import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmOn } from './alarm-on.ts';

/** Seconds one run may take; what it does not reach, the next goes on with. */
export const SUCCESSION_SECONDS = 600;

/**
 * Runs the handing over of units that ended: a minute after midnight in Viet Nam, when the last day of a unit is over,
 * and every quarter of an hour, for what a run did not reach or others changed at the same moment.
 */
export class UnitSuccession extends Construct {
  constructor(scope: Construct, id: string, props: { worker: IFunction; alarmTopic: ITopic }) {
    super(scope, id);
    new Rule(this, 'EveryQuarter', {
      description: 'Hands over the dossiers of units that ended',
      // Viet Nam is seven whole hours ahead of UTC: 17:01 is 00:01 there.
      schedule: Schedule.cron({ minute: '1,16,31,46' }),
      targets: [new LambdaFunction(props.worker, { retryAttempts: 0 })],
    });
    alarmOn(this, 'Fails', {
      description:
        'Dossiers of units that ended could not be handed over for half an hour, or nobody goes on with a unit’s work: see docs/operations.md.',
      metric: props.worker.metricErrors({ period: Duration.minutes(15) }),
      atLeast: 1,
      periods: 2,
      topic: props.alarmTopic,
    });
  }
}
