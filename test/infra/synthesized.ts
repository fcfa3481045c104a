import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { synthesizeProvince } from '../../infra/app.ts';

/** A resource as CloudFormation gets it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
}

/** A statement of an IAM policy or of a resource’s policy. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
}

/** The app of a test province, synthesized into a folder of its own. */
export interface Synthesized {
  readonly app: App;
  readonly folder: string;
  readonly bundles: string;
  readonly records: Template;
  readonly service: Template;
  readonly workers: Template;
  /** The stacks of what runs: everything but the records. */
  readonly running: readonly Template[];
  readonly remove: () => void;
}

export const settingsFile = fileURLToPath(new URL('./settings.json', import.meta.url));

/** Synthesizes the whole app once, as the CLI would, checks included. */
export async function synthesizeOnce(): Promise<Synthesized> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-infra-'));
  const bundles = join(folder, 'bundles');
  const app = await synthesizeProvince({
    settingsFile,
    bundleFolder: bundles,
    outdir: join(folder, 'cdk.out'),
  });
  app.synth();
  const stack = (id: string) => {
    const child = app.node.findChild(id);
    if (!Stack.isStack(child)) throw new TypeError(`${id} is no stack`);
    return Template.fromStack(child);
  };
  const [records, service, workers] = [stack('Records'), stack('Service'), stack('Workers')];
  const connectors = stack('Connectors');
  return {
    app,
    folder,
    bundles,
    records,
    service,
    workers,
    running: [service, workers, connectors],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A file of the assembly, parsed. */
export function assemblyJson(province: Synthesized, file: string): unknown {
  return JSON.parse(readFileSync(join(province.folder, 'cdk.out', file), 'utf8'));
}

/** The resources of a type, by logical id. */
export function resources(of: Template | readonly Template[], type: string): [string, Resource][] {
  return [of]
    .flat()
    .flatMap(template => Object.entries(template.findResources(type) as Record<string, Resource>));
}

/** The one resource of a type. */
export function onlyResource(template: Template, type: string): [string, Resource] {
  const [found, ...others] = resources(template, type);
  if (!found || others.length > 0)
    throw new TypeError(`one ${type} was expected, ${others.length + (found ? 1 : 0)} are there`);
  return found;
}

/** The statements of a policy document. */
export function statementsOf(policy: Resource): Statement[] {
  const { Statement: statements } = policy.Properties['PolicyDocument'] as { Statement: Statement[] };
  return statements;
}

export const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** The logical id that a Ref or Fn::GetAtt leads to, or one of another stack: its exports begin so, with the stack's name. */
export function referred(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if ('Fn::ImportValue' in value)
    return /:ExportsOutput(?:Ref|FnGetAtt)(.*?[0-9A-F]{8})/.exec(String(value['Fn::ImportValue']))?.[1];
  if ('Ref' in value) return String(value.Ref);
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return String(value['Fn::GetAtt'][0]);
  return undefined;
}
