import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IRuleTarget, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import type { FeatureEvent, FeatureSchedule, PartName } from '../../functions/kernel/feature.ts';
import type { Deployment } from '../stacks/deployment.ts';
import { placeOf } from './construct-names.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';

/** Calls a function when its manifest says. */
export function onSchedule(
  stack: Construct,
  name: PartName,
  wanted: FeatureSchedule,
  deployment: Deployment,
): void {
  const { scope, id } = placeOf(stack, name);
  new Rule(scope, id, {
    description: wanted.description,
    schedule: scheduleOf(wanted),
    targets: [
      new LambdaFunction(deployment.function(wanted.function), {
        retryAttempts: wanted.retries ?? 0,
        ...(wanted.event && { event: RuleTargetInput.fromObject(wanted.event) }),
      }),
    ],
  });
}

function scheduleOf({ at }: FeatureSchedule): Schedule {
  return 'everyMinutes' in at ? Schedule.rate(Duration.minutes(at.everyMinutes)) : Schedule.cron(at);
}

/** Tells a function or a queue what happened. */
export function onEvent(
  stack: Construct,
  name: PartName,
  wanted: FeatureEvent,
  deployment: Deployment,
): void {
  const { scope, id } = placeOf(stack, name);
  new Rule(scope, id, {
    description: wanted.description,
    eventPattern: patternOf(wanted, deployment),
    targets: [targetOf(scope, wanted, deployment)],
  });
}

function targetOf(scope: Construct, { to }: FeatureEvent, deployment: Deployment): IRuleTarget {
  if ('queue' in to) return new SqsQueue(deployment.queue(to.queue));
  const called = deployment.function(to.function);
  const deadLetterQueue = new DeadLetterQueue(scope, 'DeadLetters', {
    alarmTopic: deployment.alarmTopic,
    of: to.deadLettersOf,
  });
  // The event bus delivers the report and does not wait. If the function fails, Lambda retries twice, after one and
  // two minutes, and then sends the event to the dead-letter queue that also takes undeliverable ones.
  called.configureAsyncInvoke({ retryAttempts: 2, onFailure: new SqsDestination(deadLetterQueue) });
  return new LambdaFunction(called, { retryAttempts: to.retries, deadLetterQueue });
}

function patternOf({ when }: FeatureEvent, deployment: Deployment): EventPattern {
  if ('objectCreatedIn' in when) {
    return {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [deployment.records[when.objectCreatedIn].bucketName] } },
    };
  }
  return {
    source: ['aws.states'],
    detailType: ['Step Functions Execution Status Change'],
    detail: { status: [...when.executionEnded], stateMachineArn: [deployment.machine.stateMachineArn] },
  };
}
