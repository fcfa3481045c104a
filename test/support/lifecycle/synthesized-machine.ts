import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../../start/synthesize.ts';

/** A state of the definition, as far as tests look into it. */
export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number | string;
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly Default?: string;
  readonly Arguments?: { readonly FunctionName: string; readonly Payload: Readonly<Record<string, unknown>> };
  readonly [more: string]: unknown;
}

/** The state machine of the deployment: its definition as text, with the functions it calls by the names that stand for them. */
export interface SynthesizedMachine {
  readonly text: string;
  readonly definition: {
    readonly QueryLanguage: string;
    readonly StartAt: string;
    readonly States: Readonly<Record<string, State>>;
  };
}

/** The functions the machine calls, as `FUNCTION` of their ARN in the definition. */
export const FUNCTION = (logicalId: string) =>
  `arn:aws:lambda:ap-southeast-1:000000000000:function:${logicalId.replace(/[0-9A-F]{8}$/, '')}`;

/** Synthesizes the whole deployment with its starter settings and takes the definition from the template. */
export async function synthesizeMachine(): Promise<SynthesizedMachine> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'motcua-machine-'));
  try {
    const settings: unknown = JSON.parse(readFileSync('province/phu-tho/settings.json', 'utf8'));
    const assembly = await synthesize({ dataFolder, settings, say: () => {} });
    return machineOf(assembly);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Takes the state machine from an assembly. */
export function machineOf(assemblyFolder: string): SynthesizedMachine {
  const template = JSON.parse(readFileSync(join(assemblyFolder, 'Service.template.json'), 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: { DefinitionString: unknown } }>;
  };
  const [machine, ...others] = Object.values(template.Resources).filter(
    ({ Type }) => Type === 'AWS::StepFunctions::StateMachine',
  );
  if (!machine || others.length > 0)
    throw new Error('The template does not define exactly one state machine.');
  const text = resolved(machine.Properties.DefinitionString);
  return { text, definition: JSON.parse(text) };
}

/** Text of a string that CloudFormation would put together: `Fn::Join` of texts, ARNs of functions and the partition. */
function resolved(value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, argument] = Object.entries(value as object)[0] ?? [];
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, unknown[]];
    return parts.map(resolved).join(separator);
  }
  if (name === 'Fn::GetAtt' && argument[1] === 'Arn') return FUNCTION(argument[0]);
  if (name === 'Ref' && argument === 'AWS::Partition') return 'aws';
  throw new Error(`The definition holds ${JSON.stringify(value)}, which this test cannot resolve.`);
}
