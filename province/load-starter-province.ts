import { readdirSync } from 'node:fs';
import * as z from 'zod';
import { lintWorkflow } from '../functions/domain/workflow/lint-workflow.ts';
import { type Procedure, procedure } from '../schemas/catalogue/procedure.ts';
import { type Workflow, workflow } from '../schemas/catalogue/workflow.ts';
import { type Officer, officer, type Unit, unit } from '../schemas/organization/unit.ts';
import { readBy } from '../schemas/wording/field-faults.ts';
import type { Words } from '../schemas/words.ts';
import { nameOf, notRight, parseJsonFile, toldOf } from '../tools/json-file.ts';
import { messageOf, Refusal } from '../tools/refusal.mjs';

/** A province to begin with: its organization, its people, and procedures with the workflows they are carried along. */
export interface StarterProvince {
  readonly units: readonly Unit[];
  readonly officers: readonly Officer[];
  readonly procedures: readonly { readonly procedure: Procedure; readonly workflow: Workflow }[];
}

/** Faults of a province's files, each naming file, field and what is wrong. */
type Faults = Words[];

const procedureFile = z.strictObject({ procedure, workflow });

/**
 * Reads and checks a province from a folder (Phú Thọ by default): `units.json`, `officers.json` and one file per procedure under
 * `procedures/`, named by its code. Throws a `Refusal` that names every fault found, not only the first.
 */
export function loadStarterProvince(
  { directory }: { directory: URL } = { directory: new URL('./phu-tho/', import.meta.url) },
): StarterProvince {
  const faults: Faults = [];
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
  if (faults.length > 0) throw notRight(nameOf(directory), faults);
  return { units, officers, procedures };
}

function procedureFiles(directory: URL, faults: Faults): string[] {
  try {
    const names = readdirSync(new URL('procedures/', directory)).filter(name => name.endsWith('.json'));
    return names.sort().map(name => `procedures/${name}`);
  } catch (cause) {
    const why = messageOf(cause);
    faults.push({
      vi: `procedures/: không liệt kê được (${why})`,
      en: `procedures/: cannot be listed (${why})`,
    });
    return [];
  }
}

function readJson<T>(directory: URL, file: string, schema: z.ZodType<T>, faults: Faults): T | undefined {
  let parsed: unknown;
  try {
    parsed = parseJsonFile(new URL(file, directory));
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const { vi, en } = cause.words;
    faults.push({ vi: vi.replace(/\.$/, ''), en: en.replace(/\.$/, '') });
    return undefined;
  }
  const reading = readBy(schema, parsed);
  if ('data' in reading) return reading.data;
  faults.push(...reading.faults.map(fault => at(file, toldOf(fault))));
  return undefined;
}

const at = (file: string, { vi, en }: Words): Words => ({ vi: `${file}: ${vi}`, en: `${file}: ${en}` });

function* faultsOfProcedure(
  file: string,
  { procedure: its, workflow: flow }: { procedure: Procedure; workflow: Workflow },
  units: readonly Unit[],
): Generator<Words> {
  if (file !== `procedures/${its.code}.json`)
    yield at(file, {
      vi: `procedure.code: ${its.code} khác tên tệp`,
      en: `procedure.code: ${its.code} is not the file's name`,
    });
  for (const { message } of lintWorkflow(flow, { procedure: its }).errors)
    yield at(file, { vi: `workflow: ${message.vi}`, en: `workflow: ${message.en}` });
  const known = new Set(units.map(({ code }) => code));
  if (its.competentUnit !== undefined && !known.has(its.competentUnit)) {
    yield at(file, noUnit('procedure.competentUnit', its.competentUnit));
  }
  for (const [index, step] of flow.steps.entries()) {
    const named = typeof step.unit === 'string' ? [] : [step.unit.unit];
    const asked = step.decisions.flatMap(decision =>
      decision.decision === 'consult' ? decision.agencies.map(agency => agency.unit) : [],
    );
    for (const code of [...named, ...asked]) {
      if (!known.has(code)) yield at(file, noUnit(`workflow.steps.${index}`, code));
    }
  }
}

function* faultsOfOrganization(units: readonly Unit[], officers: readonly Officer[]): Generator<Words> {
  const codes = new Set<string>();
  for (const [index, { code, parent }] of units.entries()) {
    if (codes.has(code)) yield at('units.json', twice(`${index}.code`, code));
    codes.add(code);
    if (parent !== null && !units.some(other => other.code === parent)) {
      yield at('units.json', noUnit(`${index}.parent`, parent));
    }
  }
  const ids = new Set<string>();
  for (const [index, { id, unit: code }] of officers.entries()) {
    if (ids.has(id)) yield at('officers.json', twice(`${index}.id`, id));
    ids.add(id);
    if (!codes.has(code)) yield at('officers.json', noUnit(`${index}.unit`, code));
  }
}

const noUnit = (field: string, code: string): Words => ({
  vi: `${field}: ${code} không có trong units.json`,
  en: `${field}: ${code} is no unit of units.json`,
});

const twice = (field: string, value: string): Words => ({
  vi: `${field}: ${value} có hai lần`,
  en: `${field}: ${value} is there twice`,
});
