import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { DossierMachine } from '../constructs/dossier-machine.ts';
import { letMachineFunctionsAnswer } from '../constructs/function-rights.ts';
import type { Deployment } from '../stacks/deployment.ts';

/** The state machine, between the functions that it calls and those that call it. */
export function makeMachine(stack: Construct, deployment: Deployment): StateMachine {
  const { machine } = new DossierMachine(stack, 'Dossier', {
    awaitTask: deployment.function('machine-await'),
    soundAlarm: deployment.function('machine-alarm'),
    issueResult: deployment.function('machine-issue'),
    logGroup: new LogGroup(stack, 'MachineLog', {
      retention: deployment.settings.logDays as RetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    }),
  });
  deployment.machine = machine;
  letMachineFunctionsAnswer(stack, deployment);
  return machine;
}
