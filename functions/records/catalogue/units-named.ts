import { procedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import { workflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { keys } from '../keys/keys.ts';
import type { CatalogueStore } from './catalogue-store.ts';

/** How many procedures and workflows in force name a unit. */
export interface Naming {
  readonly procedures: number;
  readonly workflows: number;
}

/** Reads the whole catalogue once for all units: this is needed only a few times a year. */
export type CountNaming = (units: readonly string[]) => Promise<ReadonlyMap<string, Naming>>;

/** Procedures read concurrently. */
const PAGE = 200;

/** The units a workflow names by code: those of its steps, and those it consults. */
export function unitsOfWorkflow({ steps }: Workflow): ReadonlySet<string> {
  return new Set(
    steps.flatMap(({ unit, decisions }) => [
      ...(typeof unit === 'object' ? [unit.unit] : []),
      ...decisions.flatMap(one => (one.decision === 'consult' ? one.agencies.map(asked => asked.unit) : [])),
    ]),
  );
}

export function dynamoNaming(table: Table, catalogue: Pick<CatalogueStore, 'entries'>): CountNaming {
  return async units => {
    const counts = new Map(units.map(unit => [unit, { procedures: 0, workflows: 0 }]));
    const countOne = (unit: string | undefined, what: keyof Naming) => {
      const count = unit === undefined ? undefined : counts.get(unit);
      if (count) count[what]++;
    };
    for (let after: string | undefined; ; ) {
      const entries = await catalogue.entries(after, PAGE);
      const found = await fetchItems(
        table,
        entries.flatMap(({ code }) => [keys.procedure(code), keys.workflow(code)]),
        'record',
      );
      for (const { code } of entries) {
        const [procedure, workflow] = [keys.procedure(code), keys.workflow(code)];
        const published = found(procedure);
        if (published)
          countOne(
            parseStored(procedureVersion, published['record'], procedure).procedure.competentUnit,
            'procedures',
          );
        const steps = found(workflow);
        if (steps)
          for (const unit of unitsOfWorkflow(
            parseStored(workflowVersion, steps['record'], workflow).workflow,
          ))
            countOne(unit, 'workflows');
      }
      if (entries.length < PAGE) return counts;
      after = entries.at(-1)?.code;
    }
  };
}
