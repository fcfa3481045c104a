import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type ProcedureVersion, procedureVersion } from '../../../schemas/catalogue/procedure.ts';
import { type WorkflowVersion, workflowVersion } from '../../../schemas/catalogue/workflow.ts';
import { type CatalogueEntry, catalogueEntry } from '../../../schemas/stored/catalogue.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import type { NamedWrite } from '../../kernel/table/transact.ts';
import { versionedRecord } from '../../kernel/table/versioned-record.ts';
import { catalogueKey, keys } from '../keys/keys.ts';

/** The catalogue of procedures and their workflows, in versions. Versions never change, so they may be cached. */
export interface CatalogueStore {
  procedure(code: string): Promise<ProcedureVersion | undefined>;
  procedureVersion(code: string, version: number): Promise<ProcedureVersion | undefined>;
  /** `also` goes into the same transaction. */
  saveProcedure(
    value: ProcedureVersion,
    how: 'add' | 'replace',
    also?: readonly NamedWrite[],
  ): Promise<'saved' | 'conflict'>;
  workflow(code: string): Promise<WorkflowVersion | undefined>;
  workflowVersion(code: string, version: number): Promise<WorkflowVersion | undefined>;
  /** The writes that add the next version of a workflow, to go with its procedure into one transaction. */
  addingWorkflow(value: WorkflowVersion): NamedWrite[];
  /** Entries in order of code, after a given code, at most `limit`. */
  entries(after: string | undefined, limit: number): Promise<CatalogueEntry[]>;
}

export function dynamoCatalogueStore(table: Table): CatalogueStore {
  const procedures = (code: string) =>
    versionedRecord({
      table,
      schema: procedureVersion,
      current: keys.procedure(code),
      versionKey: version => keys.procedureVersion(code, version),
    });
  const workflows = (code: string) =>
    versionedRecord({
      table,
      schema: workflowVersion,
      current: keys.workflow(code),
      versionKey: version => keys.workflowVersion(code, version),
    });
  return {
    procedure: code => procedures(code).current(),
    procedureVersion: (code, version) => procedures(code).version(version),
    async saveProcedure(value, how, also = []) {
      const writes = [entryWrite(table.name, value), ...also];
      const outcome = await procedures(value.procedure.code)[how](value, writes);
      return outcome === 'conflict' ? 'conflict' : 'saved';
    },
    workflow: code => workflows(code).current(),
    workflowVersion: (code, version) => workflows(code).version(version),
    addingWorkflow: value => workflows(value.workflow.procedure).adding(value),
    async entries(after, limit) {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk > :after',
          ExpressionAttributeValues: {
            ':pk': catalogueKey.pk,
            ...(after !== undefined && { ':after': after }),
          },
          Limit: limit,
        }),
      );
      return (page.Items ?? []).map(item =>
        parseStored(catalogueEntry, item['entry'], catalogueKey.of(String(item['sk']))),
      );
    },
  };
}

function entryWrite(table: string, { procedure, version, state }: ProcedureVersion): NamedWrite {
  const entry: CatalogueEntry = {
    code: procedure.code,
    name: procedure.name,
    field: procedure.field.name,
    levels: procedure.levels,
    channels: [...new Set(procedure.methods.map(method => method.channel))],
    onlineLevel: procedure.onlineLevel,
    anyBoundary: procedure.anyBoundary,
    version,
    state,
  };
  return {
    name: 'entry',
    write: { Put: { TableName: table, Item: { ...catalogueKey.of(procedure.code), entry } } },
  };
}
