import { Duration, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  Errors,
  Fail,
  IntegrationPattern,
  JitterType,
  LogLevel,
  QueryLanguage,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { type WaitPhase, waitPhase } from '../../schemas/dossier/states.ts';
import * as expression from './machine-expressions.ts';
import { endingStates, waitingStates } from './machine-states.ts';

export interface DossierMachineProps {
  readonly awaitTask: IFunction;
  readonly soundAlarm: IFunction;
  readonly issueResult: IFunction;
  readonly logGroup: ILogGroup;
}

/** Seconds a function of the machine may take before its call counts as lost. */
const FUNCTION_SECONDS = 60;

/**
 * The state machine that carries a dossier: order and time, nothing else. For each wait a function keeps the token,
 * and the wait lasts until the next alarm; the decision and its consequences are in the order that wakes it. Between
 * two waits every path leads through one choice. Transitions cost money, so the usual path has no superfluous ones:
 * an execution begins with the wait for reception, which sends other orders on, and ends in the state that returns a
 * result as soon as it is made.
 */
export class DossierMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: DossierMachineProps) {
    super(scope, id);
    const route = Choice.jsonata(this, 'Route');
    const lost = Fail.jsonata(this, 'Lost', {
      error: 'Motcua.Lost',
      cause: 'A function failed for good. The dossier is marked and goes on in the next round.',
    });
    const alarm = this.call('Sound alarm', props.soundAlarm, {
      order: expression.order,
      stateMachine: '{% $states.context.StateMachine.Id %}',
    });
    const issue = this.call('Issue result', props.issueResult, { order: expression.order });
    const issueAndReturn = this.call('Issue and return', props.issueResult, { order: expression.order });
    for (const step of [alarm, issue, issueAndReturn]) step.addCatch(lost, { errors: [Errors.ALL] });
    for (const step of [alarm, issue]) step.next(route);
    const wait = (phase: WaitPhase): LambdaInvoke => {
      const state = this.wait(waitingStates[phase], props.awaitTask, phase);
      state.addCatch(alarm, { errors: [Errors.TIMEOUT], outputs: expression.order });
      state.addCatch(lost, { errors: [Errors.ALL] });
      state.next(route);
      route.when(Condition.jsonata(expression.leadsTo(phase)), state);
      return state;
    };
    const reception = wait('reception');
    for (const phase of waitPhase.exclude(['reception']).options) wait(phase);
    route.when(Condition.jsonata(expression.leadsToReturn), issueAndReturn);
    route.when(Condition.jsonata(expression.leadsTo('issue')), issue);
    for (const [phase, name] of Object.entries(endingStates)) {
      route.when(Condition.jsonata(expression.leadsTo(phase)), Succeed.jsonata(this, name));
    }
    route.otherwise(lost);

    this.machine = new StateMachine(this, 'Machine', {
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSONATA,
      definitionBody: DefinitionBody.fromChainable(reception),
      comment: 'Carries a dossier from submission to its returned result: docs/lifecycle.md',
      tracingEnabled: true,
      // Never with execution data: the answer to a wait is harmless, but its token is not.
      logs: { destination: props.logGroup, level: LogLevel.ALL, includeExecutionData: false },
    });
    Validations.of(this.machine).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason:
          'Vended logs and X-Ray take no resource; the actions are those that the construct grants for them.',
      },
      {
        id: 'AwsSolutions-IAM5[Resource::TOKEN:*]',
        reason:
          'Versions of the three functions that the machine calls: the grant to invoke names function and versions.',
      },
    );
  }

  /** Waits for the task of the order: until somebody decides, or until the order’s instant. */
  private wait(name: string, keeper: IFunction, phase: string): LambdaInvoke {
    const state = LambdaInvoke.jsonata(this, name, {
      lambdaFunction: keeper,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        dossier: '{% $states.input.dossier %}',
        phase,
        task: '{% $states.input.task %}',
        token: expression.token,
        enteredAt: expression.enteredAt,
        order: expression.order,
      }),
      taskTimeout: Timeout.jsonata(expression.secondsToWake),
      outputs: expression.wokenWith,
      retryOnServiceExceptions: false,
    });
    // A wait that times out is not a failure.
    return retried(state, [Errors.TASKS_FAILED]);
  }

  /** Calls a function that answers with the next order. */
  private call(name: string, called: IFunction, payload: Record<string, string>): LambdaInvoke {
    const state = LambdaInvoke.jsonata(this, name, {
      lambdaFunction: called,
      payload: TaskInput.fromObject(payload),
      taskTimeout: Timeout.duration(Duration.seconds(FUNCTION_SECONDS)),
      outputs: expression.answered,
      retryOnServiceExceptions: false,
    });
    return retried(state, [Errors.TASKS_FAILED, Errors.TIMEOUT]);
  }
}

/**
 * Functions are safe to call again, so every failed call is retried: soon at first, then patiently for some hours, so
 * that an outage can pass before a dossier is handed over to the next round.
 */
function retried(state: LambdaInvoke, errors: string[]): LambdaInvoke {
  state.addRetry({
    errors,
    interval: Duration.seconds(1),
    backoffRate: 2,
    maxDelay: Duration.minutes(15),
    maxAttempts: 20,
    jitterStrategy: JitterType.FULL,
  });
  return state;
}
