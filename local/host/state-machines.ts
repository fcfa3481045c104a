import * as z from 'zod';
import type { Resource } from '../assembly/load-resources.ts';
import { HostError } from './host-error.ts';
import type { HostLog } from './log.ts';

const Properties = z.looseObject({
  DefinitionString: z.string().optional(),
  Definition: z.record(z.string(), z.unknown()).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string(),
  StateMachineType: z
    .literal('STANDARD', { error: 'only standard state machines run in the embedded host' })
    .default('STANDARD'),
});
const Described = z.looseObject({ definition: z.string(), roleArn: z.string() });

/** The part of Step Functions that deploying needs. */
export interface StateMachineService {
  handle(action: string, body: unknown): Promise<{ status: number; body: unknown }>;
}

/** Creates the template's state machines, and updates those whose definition has changed; running executions keep theirs. */
export async function deployStateMachines(deps: {
  resources: readonly Resource[];
  service: StateMachineService;
  log: HostLog;
}): Promise<void> {
  for (const resource of deps.resources) await deploy(resource, deps.service, deps.log);
}

async function deploy(resource: Resource, service: StateMachineService, log: HostLog): Promise<void> {
  const parsed = Properties.safeParse(resource.properties);
  if (!parsed.success)
    throw new HostError(
      `The state machine ${resource.name} cannot run here: ${z.prettifyError(parsed.error)}.`,
    );
  const { DefinitionString, Definition, DefinitionSubstitutions, RoleArn: roleArn } = parsed.data;
  const template = DefinitionString ?? JSON.stringify(Definition);
  const definition = template.replaceAll(
    /\$\{(\w+)\}/g,
    (whole, name: string) => DefinitionSubstitutions[name] ?? whole,
  );
  const call = async (action: string, body: object) => {
    const answer = await service.handle(action, body);
    if (answer.status === 200) return answer.body;
    const { message = '' } = z.looseObject({ message: z.string().optional() }).parse(answer.body);
    throw new HostError(`The state machine ${resource.name} is refused (${action}): ${message}`);
  };
  const existing = await service.handle('DescribeStateMachine', { stateMachineArn: resource.arn });
  if (existing.status !== 200) {
    await call('CreateStateMachine', { name: resource.name, definition, roleArn, type: 'STANDARD' });
    return;
  }
  const described = Described.parse(existing.body);
  if (described.definition === definition && described.roleArn === roleArn) return;
  log.info(`Updating the state machine ${resource.name}: its definition has changed.`);
  await call('UpdateStateMachine', { stateMachineArn: resource.arn, definition, roleArn });
}
