import { procedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { workflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { fetchItems } from '../lists/fetch-items.ts';
import { keys } from '../table/keys.ts';
import { parseStored } from '../table/parse-stored.ts';
import type { Table } from '../table/table.ts';
import type { CatalogueStore } from './catalogue-store.ts';

/** How many procedures and workflows name a unit, in the versions in force. */
export interface Naming {
  readonly procedures: number;
  readonly workflows: number;
}

/** Goes through the whole catalogue: for what is asked a few times a year. */
export type CountNaming = (unit: string) => Promise<Naming>;

/** Procedures looked at together. */
const PAGE = 200;

/** The units that a workflow names by their code: of steps, and those that are asked for an opinion. */
export function unitsOfWorkflow({ steps }: Workflow): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ unit, decisions }) => [
      ...(typeof unit === 'object' ? [unit.unit] : []),
      ...decisions.flatMap(one => (one.decision === 'consult' ? one.agencies.map(asked => asked.unit) : [])),
    ]),
  );
}

export function dynamoNaming(table: Table, catalogue: Pick<CatalogueStore, 'entries'>): CountNaming {
  return async unit => {
    let procedures = 0;
    let workflows = 0;
    for (let after: string | undefined; ; ) {
      const entries = await catalogue.entries(after, PAGE);
      const found = await fetchItems(
        table,
        entries.flatMap(({ code }) => [keys.procedure(code), keys.workflow(code)]),
        'record',
      );
      for (const { code } of entries) {
        const procedure = found(keys.procedure(code));
        const workflow = found(keys.workflow(code));
        if (
          procedure &&
          parseStored(procedureVersion, procedure['record'], keys.procedure(code)).procedure.competentUnit ===
            unit
        )
          procedures++;
        if (
          workflow &&
          unitsOfWorkflow(parseStored(workflowVersion, workflow['record'], keys.workflow(code)).workflow).has(
            unit,
          )
        )
          workflows++;
      }
      if (entries.length < PAGE) return { procedures, workflows };
      after = entries.at(-1)?.code;
    }
  };
}
