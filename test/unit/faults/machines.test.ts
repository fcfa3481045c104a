import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { memoryDossierStore } from '../../../functions/records/dossiers/memory-dossier-store.ts';
import { memoryExecutionRegistry } from '../../../functions/records/executions/memory-execution-registry.ts';
import { recoverExecution } from '../../../functions/records/executions/recover-execution.ts';
import { stepFunctionsMachines } from '../../../functions/records/executions/step-functions.ts';
import { wakeMachine } from '../../../functions/records/executions/wake-machine.ts';
import { create } from '../../contract/stores.ts';
import { answerLost, serviceError } from './table-client.ts';

const ARN = 'arn:aws:states:ap-southeast-1:000000000000:stateMachine:dossiers';
const NOW = Date.parse('2026-12-01T09:00:00+07:00');
const client = new SFNClient({ region: 'ap-southeast-1' });
const mock = mockClient(client);
beforeEach(() => mock.reset());

async function submitted() {
  const records = memoryRecords();
  const dossiers = memoryDossierStore(records);
  const made = await create({ dossiers }, { agency: 'H44.101', date: '2026-12-01' });
  if ('refused' in made) throw new Error(made.refused);
  const registry = memoryExecutionRegistry(records);
  const machines = stepFunctionsMachines(client, ARN);
  const { head } = made.outcome;
  const behind = () => registry.behindSince('2027-01-01T00:00:00+07:00', 10);
  return { head, behind, deps: { dossiers, registry, machines, now: () => NOW } };
}

describe('where Step Functions does not answer as it should', () => {
  it('a start that was carried out unheard is the same start when it is repeated', async () => {
    const { head, behind, deps } = await submitted();
    mock
      .on(StartExecutionCommand)
      .rejectsOnce(answerLost())
      .rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));
    await expect(wakeMachine(deps, head)).rejects.toThrow('timed out');
    expect(await deps.registry.read(head.code)).toMatchObject({ startedRound: 0 });
    expect(await behind()).toEqual([head.code]);
    expect(await wakeMachine(deps, head)).toBe('not yet');
    const names = mock.commandCalls(StartExecutionCommand).map(call => call.args[0].input.name);
    expect(names).toEqual([head.code, head.code]);
    // Its first wait tells that it was started.
    const wait = { task: `${head.code}.t1`, token: 'token', round: 1, enteredAt: head.submittedAt };
    expect(await deps.registry.attach(head.code, wait)).toBe('waiting');
    expect(await deps.registry.read(head.code)).toMatchObject({ startedRound: 1 });
    expect(await behind()).toEqual([]);
  });

  it('a recovery whose start is throttled is committed, and left to the sweeper as behind', async () => {
    const { head, behind, deps } = await submitted();
    await deps.registry.started(head.code, 1);
    mock.on(StartExecutionCommand).rejectsOnce(serviceError('ThrottlingException')).resolves({});
    const lost = { name: head.code, status: 'ABORTED' };
    await expect(recoverExecution(deps, lost)).rejects.toThrow('ThrottlingException');
    expect(await recoverExecution(deps, lost)).toBe('nothing to do');
    const standing = (await deps.dossiers.find(head.code))?.head;
    expect(standing).toMatchObject({ round: 2, version: 3 });
    expect(await behind()).toEqual([head.code]);
    if (standing) await wakeMachine(deps, standing);
    expect(mock.commandCalls(StartExecutionCommand).map(call => call.args[0].input.name)).toEqual([
      `${head.code}_r2`,
      `${head.code}_r2`,
    ]);
  });

  it('a wait that was over already is gone, and a throttled telling is a fault for its caller', async () => {
    const { tell } = stepFunctionsMachines(client, ARN);
    const { head } = await submitted();
    const order = {
      dossier: head.code,
      round: 1,
      phase: 'step',
      task: null,
      wakeAt: head.submittedAt,
      renewAt: head.submittedAt,
    } as const;
    mock
      .on(SendTaskSuccessCommand)
      .rejectsOnce(new TaskTimedOut({ message: 'over', $metadata: {} }))
      .rejects(serviceError('ThrottlingException'));
    expect(await tell('token', order)).toBe('gone');
    await expect(tell('token', order)).rejects.toThrow('ThrottlingException');
  });
});
