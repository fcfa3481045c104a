import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { DeadLetterQueue } from './dead-letter-queue.ts';

export interface MachineWatchProps {
  readonly machine: StateMachine;
  readonly sweeper: IFunction;
  readonly executionWatch: IFunction;
  readonly alarmTopic: ITopic;
}

/** Looks after the machines: those that were not told are woken every minute, those that were lost are carried on at once. */
export class MachineWatch extends Construct {
  constructor(scope: Construct, id: string, props: MachineWatchProps) {
    super(scope, id);
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', {
      alarmTopic: props.alarmTopic,
      of: 'the watch over executions',
    });
    new Rule(this, 'EveryMinute', {
      description: 'Wakes machines that were not told of a decision',
      schedule: Schedule.rate(Duration.minutes(1)),
      // A sweep that fails is made up by the next.
      targets: [
        new LambdaFunction(props.sweeper, {
          retryAttempts: 0,
          event: RuleTargetInput.fromObject({ sweep: true }),
        }),
      ],
    });
    new Rule(this, 'ExecutionLost', {
      description: 'An execution ended otherwise than at an end of its dossier',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [props.machine.stateMachineArn],
        },
      },
      targets: [
        new LambdaFunction(props.executionWatch, { deadLetterQueue: deadLetters, retryAttempts: 10 }),
      ],
    });
    new Alarm(this, 'ExecutionsFailed', {
      alarmDescription:
        'Executions failed; their dossiers were carried on in a next round. See docs/operations.md.',
      metric: props.machine.metricFailed({ period: Duration.minutes(5) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(props.alarmTopic));
  }
}
