import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { alarmOn } from './alarm-on.ts';
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
    alarmOn(this, 'ExecutionsFailed', {
      description:
        'Executions failed; their dossiers were carried on in a next round. See docs/operations.md.',
      metric: props.machine.metricFailed({ period: Duration.minutes(5) }),
      atLeast: 1,
      topic: props.alarmTopic,
    });
    alarmOn(this, 'SweeperFails', {
      description:
        'Machines could not be woken for a quarter of an hour: see SWEEP_FAILED in the sweeper’s log.',
      metric: props.sweeper.metricErrors({ period: Duration.minutes(5) }),
      atLeast: 1,
      periods: 3,
      topic: props.alarmTopic,
    });
  }
}
