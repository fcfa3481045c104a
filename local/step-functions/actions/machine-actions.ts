import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { MachineRecord } from '../journal/records.ts';
import { DefinitionError } from '../language/definition-problem.ts';
import { readDefinition } from '../language/read-definition.ts';
import { takeSecondOpinion } from '../language/second-opinion.ts';
import { ApiError } from './api-error.ts';
import { checkName } from './arns.ts';
import { findMachine, onWire, pageOf, type Service } from './service.ts';

const LARGEST_DEFINITION = 1_048_576;

const tags = z.array(z.object({ key: z.string().min(1).max(128), value: z.string().max(256) })).max(50);

export const createStateMachineRequest = z.object({
  name: z.string(),
  definition: z.string().min(1),
  roleArn: z.string().min(1),
  type: z.enum(['STANDARD', 'EXPRESS']).optional(),
  publish: z.boolean().optional(),
  tags: tags.optional(),
});

/** Creates a machine. The same machine once more is a success with the first one's date. */
export async function createStateMachine(
  request: z.infer<typeof createStateMachineRequest>,
  service: Service,
) {
  const name = checkName(request.name);
  const stateMachineArn = service.arns.of(name);
  if (request.type === 'EXPRESS') throw unsupported('an EXPRESS state machine');
  if (request.publish) throw unsupported('publishing a version');
  const current = service.registry.machine(name);
  if (current) {
    if (current.definition !== request.definition || current.roleArn !== request.roleArn) {
      throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${stateMachineArn}'`);
    }
    return { stateMachineArn, creationDate: onWire(current.createdAt) };
  }
  checkDefinition(request.definition, service);
  const now = service.clock.now();
  const revision = (service.registry.machines.get(name)?.at(-1)?.revision ?? 0) + 1;
  await service.saveMachine({
    kind: 'machine',
    name,
    roleArn: request.roleArn,
    createdAt: now,
    updatedAt: now,
    revision,
    revisionId: randomUUID(),
    definition: request.definition,
    tags: Object.fromEntries((request.tags ?? []).map(({ key, value }) => [key, value])),
    deleted: false,
  });
  return { stateMachineArn, creationDate: onWire(now) };
}

export const updateStateMachineRequest = z.object({
  stateMachineArn: z.string(),
  definition: z.string().min(1).optional(),
  roleArn: z.string().min(1).optional(),
  publish: z.boolean().optional(),
});

/** Gives a machine a new definition or role; executions that run keep what they began with. */
export async function updateStateMachine(
  request: z.infer<typeof updateStateMachineRequest>,
  service: Service,
) {
  const current = findMachine(service, request.stateMachineArn);
  if (request.publish) throw unsupported('publishing a version');
  if (request.definition === undefined && request.roleArn === undefined) {
    throw new ApiError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, or both must be specified.',
    );
  }
  const definition = request.definition ?? current.definition;
  if (request.definition !== undefined) checkDefinition(definition, service);
  const now = service.clock.now();
  const record: MachineRecord = {
    ...current,
    definition,
    roleArn: request.roleArn ?? current.roleArn,
    updatedAt: now,
    revision: current.revision + 1,
    revisionId: randomUUID(),
  };
  await service.saveMachine(record);
  return { updateDate: onWire(now), revisionId: record.revisionId };
}

export const stateMachineRequest = z.object({ stateMachineArn: z.string() });

/** Deletes a machine, if there is one; its executions run on to their ends. */
export async function deleteStateMachine(request: z.infer<typeof stateMachineRequest>, service: Service) {
  const current = service.registry.machine(service.arns.machineIn(request.stateMachineArn));
  if (current) {
    await service.saveMachine({
      ...current,
      updatedAt: service.clock.now(),
      revision: current.revision + 1,
      revisionId: randomUUID(),
      deleted: true,
    });
  }
  return {};
}

export function describeStateMachine(request: z.infer<typeof stateMachineRequest>, service: Service) {
  const machine = findMachine(service, request.stateMachineArn);
  return {
    stateMachineArn: service.arns.of(machine.name),
    name: machine.name,
    status: 'ACTIVE',
    definition: machine.definition,
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: onWire(machine.createdAt),
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    encryptionConfiguration: { type: 'AWS_OWNED_KEY' },
    revisionId: machine.revisionId,
  };
}

export const pagedRequest = z.object({
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
});

export function listStateMachines(request: z.infer<typeof pagedRequest>, service: Service) {
  const machines = [...service.registry.machines.values()]
    .flatMap(revisions => revisions.at(-1) ?? [])
    .filter(({ deleted }) => !deleted)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { page, ...more } = pageOf(machines, request);
  const stateMachines = page.map(({ name, createdAt }) => ({
    stateMachineArn: service.arns.of(name),
    name,
    type: 'STANDARD',
    creationDate: onWire(createdAt),
  }));
  return { stateMachines, ...more };
}

export const tagResourceRequest = z.object({ resourceArn: z.string(), tags });

export async function tagResource(request: z.infer<typeof tagResourceRequest>, service: Service) {
  const current = findTagged(service, request.resourceArn);
  const added = Object.fromEntries(request.tags.map(({ key, value }) => [key, value]));
  await service.saveMachine({ ...current, tags: { ...current.tags, ...added } });
  return {};
}

export const untagResourceRequest = z.object({ resourceArn: z.string(), tagKeys: z.array(z.string()) });

export async function untagResource(request: z.infer<typeof untagResourceRequest>, service: Service) {
  const current = findTagged(service, request.resourceArn);
  const kept = Object.entries(current.tags).filter(([key]) => !request.tagKeys.includes(key));
  await service.saveMachine({ ...current, tags: Object.fromEntries(kept) });
  return {};
}

export const listTagsRequest = z.object({ resourceArn: z.string() });

export function listTagsForResource(request: z.infer<typeof listTagsRequest>, service: Service) {
  const { tags } = findTagged(service, request.resourceArn);
  return { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) };
}

function findTagged(service: Service, arn: string): MachineRecord {
  const machine = service.registry.machine(service.arns.machineIn(arn));
  if (!machine) throw new ApiError('ResourceNotFound', `Resource not found: '${arn}'`);
  return machine;
}

function checkDefinition(definition: string, { services }: Service): void {
  if (Buffer.byteLength(definition) > LARGEST_DEFINITION) {
    throw new ApiError(
      'InvalidDefinition',
      `Invalid State Machine Definition: larger than ${LARGEST_DEFINITION} bytes.`,
    );
  }
  try {
    readDefinition(definition, services);
    takeSecondOpinion(definition);
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error;
    throw new ApiError('InvalidDefinition', `Invalid State Machine Definition: ${error.message}`);
  }
}

function unsupported(what: string): ApiError {
  return new ApiError('ValidationException', `This host does not support ${what}.`);
}
