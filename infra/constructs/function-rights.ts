import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type {
  BucketName,
  BucketRight,
  MachineRight,
  PartName,
  SecretName,
} from '../../functions/kernel/feature.ts';
import type { PlannedFunction } from '../manifests/plan.ts';
import type { ProvinceSettings } from '../settings/settings.ts';
import type { Deployment } from '../stacks/deployment.ts';
import type { HouseFunction } from './house-function.ts';
import {
  denyTampering,
  grantBatches,
  grantDeletes,
  grantFinds,
  grantKeyring,
  grantMarks,
  grantObjects,
  grantReads,
  grantWork,
  grantWrites,
} from './record-grants.ts';

const bucketsOf = (fn: PlannedFunction) =>
  Object.entries(fn.buckets ?? {}) as [BucketName, readonly BucketRight[]][];

const queuesOf = (fn: PlannedFunction, deployment: Deployment): readonly PartName[] => [
  ...Object.values(fn.sends ?? {}),
  ...(fn.nudgesConsumers ? [...deployment.plan.consumers.values()].map(({ queue }) => queue) : []),
];

/** The environment of a function: what its grants imply, and what its manifest adds. */
export function environmentOf(fn: PlannedFunction, deployment: Deployment): Record<string, string> {
  const { records, settings, plan } = deployment;
  const url = (queue: PartName) => deployment.queue(queue).queueUrl;
  return {
    ...((fn.records || fn.finds) && { TABLE_NAME: records.table.tableName }),
    ...Object.fromEntries(
      bucketsOf(fn).map(([name]) => [`${name.toUpperCase()}_BUCKET`, records[name].bucketName]),
    ),
    ...(fn.signs && { SIGNING_KEY: records.signingKey.keyArn }),
    ...(fn.seals && { SEAL_KEY: records.sealKey.keyArn }),
    ...Object.fromEntries(
      (fn.secrets ?? []).map(name => [secretVariable(name), records.secrets[name]?.secretArn ?? '']),
    ),
    ...(fn.machine && !fn.calledByMachine && { STATE_MACHINE_ARN: deployment.machine.stateMachineArn }),
    ...Object.fromEntries(Object.entries(fn.sends ?? {}).map(([name, queue]) => [name, url(queue)])),
    ...(fn.nudgesConsumers && {
      CONSUMER_QUEUES: JSON.stringify(
        Object.fromEntries([...plan.consumers].map(([consumer, { queue }]) => [consumer, url(queue)])),
      ),
    }),
    ...(fn.choosesConsumers && {
      CONSUMER_KINDS: JSON.stringify(
        Object.fromEntries([...plan.consumers].map(([consumer, { kinds }]) => [consumer, kinds])),
      ),
    }),
    ...(fn.redrivesConsumers && {
      CONSUMER_DEAD_LETTERS: JSON.stringify(
        Object.fromEntries(
          [...plan.consumers].map(([consumer, { queue }]) => [
            consumer,
            deployment.deadLetters(queue).queueUrl,
          ]),
        ),
      ),
    }),
    ...Object.fromEntries(
      Object.entries(fn.settings ?? {}).map(([name, setting]) => [name, settingOf(settings, setting)]),
    ),
    ...fn.environment,
  };
}

/** `NATIONAL_STORE_SECRET` for `nationalStore`. */
const secretVariable = (name: SecretName) =>
  `${name.replaceAll(/[A-Z]/g, letter => `_${letter}`).toUpperCase()}_SECRET`;

function settingOf(settings: ProvinceSettings, name: string): string {
  if (!(name in settings)) throw new TypeError(`a manifest asks for the setting ${name}, which there is not`);
  return JSON.stringify(settings[name as keyof ProvinceSettings]);
}

/** Grants a function the rights of its manifest, except those of the machine's functions on the machine. */
export function grantRights(fn: PlannedFunction, to: HouseFunction, deployment: Deployment): void {
  const { table, key, signingKey, sealKey, ...buckets } = deployment.records;
  if (fn.records === 'read') grantReads(table, key, to);
  if (fn.records === 'work') grantWork(table, key, to);
  if (fn.finds) grantFinds(table, key, to, fn.finds);
  if (fn.writes) grantWrites(table, key, to, fn.writes);
  for (const [prefix, attributes] of Object.entries(fn.marks ?? {}))
    grantMarks(table, key, to, prefix, attributes);
  if (fn.writesInBatches) grantBatches(table, to, fn.writesInBatches);
  if (fn.makesKeyring) grantKeyring(table, key, to);
  if (fn.records) denyTampering(table, to, fn.makesKeyring ?? false);
  for (const prefix of fn.deletes ?? []) grantDeletes(table, to, prefix);
  for (const [name, rights] of bucketsOf(fn))
    for (const right of rights) grantObjects(buckets[name] as IBucket, to, right);
  if (fn.signs) signingKey.grant(to, 'kms:Sign', 'kms:GetPublicKey');
  if (fn.seals) sealKey.grant(to, 'kms:Sign', 'kms:GetPublicKey');
  for (const name of fn.secrets ?? []) grantSecret(deployment.records.secrets[name], to);
  if (!fn.calledByMachine) for (const right of fn.machine ?? []) grantMachine(deployment.machine, to, right);
  for (const queue of queuesOf(fn, deployment)) deployment.queue(queue).grant(to, 'sqs:SendMessage');
  if (fn.redrivesConsumers)
    for (const { queue } of deployment.plan.consumers.values())
      deployment
        .deadLetters(queue)
        .grant(to, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes');
}

/** By the function's own policy alone: the secret's would refer to a stack above it. */
function grantSecret(secret: Pick<ISecret, 'secretArn'> | undefined, to: HouseFunction): void {
  if (!secret) return;
  const actions = ['secretsmanager:GetSecretValue'];
  to.addToRolePolicy(new PolicyStatement({ actions, resources: [secret.secretArn] }));
}

function grantMachine(machine: StateMachine, to: HouseFunction, right: MachineRight): void {
  if (right === 'start') machine.grantStartExecution(to);
  if (right === 'answer') machine.grant(to, 'states:SendTaskSuccess');
  if (right === 'list') machine.grant(to, 'states:ListExecutions');
  if (right === 'describe') machine.grantExecution(to, 'states:DescribeExecution');
}

/**
 * The functions the machine calls answer it and start its next round. Their rights are separate policies: in their
 * roles’ default policies they would make machine and functions depend on each other.
 */
export function letMachineFunctionsAnswer(scope: Construct, deployment: Deployment): void {
  const called = [...deployment.plan.functions.values()].filter(fn => fn.calledByMachine);
  for (const [id, right, action] of [
    ['AnswerWaits', 'answer', 'states:SendTaskSuccess'],
    ['StartNextRound', 'start', 'states:StartExecution'],
  ] as const) {
    const roles = called
      .filter(({ machine }) => machine?.includes(right))
      .map(({ name }) => deployment.function(name).ownRole);
    if (roles.length === 0) continue;
    new Policy(scope, id, {
      roles,
      statements: [
        new PolicyStatement({ actions: [action], resources: [deployment.machine.stateMachineArn] }),
      ],
    });
  }
}
