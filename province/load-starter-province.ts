import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { lintWorkflow } from '../functions/domain/workflow/lint-workflow.ts';
import { type Procedure, procedure } from '../schemas/catalogue/procedure.ts';
import { type Workflow, workflow } from '../schemas/catalogue/workflow.ts';
import { type Officer, officer, type Unit, unit } from '../schemas/organization/unit.ts';

/** A province to begin with: its organisation, its people, and procedures with the workflows they are carried along. */
export interface StarterProvince {
  readonly units: readonly Unit[];
  readonly officers: readonly Officer[];
  readonly procedures: readonly { readonly procedure: Procedure; readonly workflow: Workflow }[];
}

/** The province's files do not hold together; each fault names file, field and what is wrong. */
export class StarterProvinceError extends Error {
  override readonly name = 'StarterProvinceError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The starter province cannot be loaded:\n${faults.map(fault => `- ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

const procedureFile = z.strictObject({ procedure, workflow });

/**
 * Reads and checks a province from a folder (Phú Thọ by default): `units.json`, `officers.json` and one file per procedure under
 * `procedures/`, named by its code. Throws `StarterProvinceError` with every fault found, not only the first.
 */
export function loadStarterProvince(
  { directory }: { directory: URL } = { directory: new URL('./phu-tho/', import.meta.url) },
): StarterProvince {
  const faults: string[] = [];
  const units = readJson(directory, 'units.json', z.array(unit), faults) ?? [];
  const officers = readJson(directory, 'officers.json', z.array(officer), faults) ?? [];
  const procedures: { procedure: Procedure; workflow: Workflow }[] = [];
  for (const file of procedureFiles(directory, faults)) {
    const read = readJson(directory, file, procedureFile, faults);
    if (read === undefined) continue;
    faults.push(...faultsOfProcedure(file, read, units));
    procedures.push(read);
  }
  faults.push(...faultsOfOrganization(units, officers));
  if (faults.length > 0) throw new StarterProvinceError(faults);
  return { units, officers, procedures };
}

function procedureFiles(directory: URL, faults: string[]): string[] {
  try {
    const names = readdirSync(new URL('procedures/', directory)).filter(name => name.endsWith('.json'));
    return names.sort().map(name => `procedures/${name}`);
  } catch (cause) {
    faults.push(`procedures/: cannot be listed (${messageOf(cause)})`);
    return [];
  }
}

function readJson<T>(directory: URL, file: string, schema: z.ZodType<T>, faults: string[]): T | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(new URL(file, directory), 'utf8'));
  } catch (cause) {
    faults.push(`${file}: cannot be read as JSON (${messageOf(cause)})`);
    return undefined;
  }
  const checked = schema.safeParse(parsed);
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues)
    faults.push(`${file}: /${issue.path.join('/')}: ${issue.message}`);
  return undefined;
}

function* faultsOfProcedure(
  file: string,
  { procedure: its, workflow: flow }: { procedure: Procedure; workflow: Workflow },
  units: readonly Unit[],
): Generator<string> {
  if (file !== `procedures/${its.code}.json`)
    yield `${file}: /procedure/code: ${its.code} is not the file's name`;
  for (const { message } of lintWorkflow(flow, { procedure: its }).errors)
    yield `${file}: /workflow: ${message.en}`;
  const known = new Set(units.map(({ code }) => code));
  if (its.competentUnit !== undefined && !known.has(its.competentUnit)) {
    yield `${file}: /procedure/competentUnit: ${its.competentUnit} is no unit of units.json`;
  }
  for (const [index, step] of flow.steps.entries()) {
    const named = typeof step.unit === 'string' ? [] : [step.unit.unit];
    const asked = step.decisions.flatMap(decision =>
      decision.decision === 'consult' ? decision.agencies.map(agency => agency.unit) : [],
    );
    for (const code of [...named, ...asked]) {
      if (!known.has(code)) yield `${file}: /workflow/steps/${index}: ${code} is no unit of units.json`;
    }
  }
}

function* faultsOfOrganization(units: readonly Unit[], officers: readonly Officer[]): Generator<string> {
  const codes = new Set<string>();
  for (const [index, { code, parent }] of units.entries()) {
    if (codes.has(code)) yield `units.json: /${index}/code: ${code} is there twice`;
    codes.add(code);
    if (parent !== null && !units.some(other => other.code === parent)) {
      yield `units.json: /${index}/parent: ${parent} is no unit`;
    }
  }
  const ids = new Set<string>();
  for (const [index, { id, unit: code }] of officers.entries()) {
    if (ids.has(id)) yield `officers.json: /${index}/id: ${id} is there twice`;
    ids.add(id);
    if (!codes.has(code)) yield `officers.json: /${index}/unit: ${code} is no unit of units.json`;
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
