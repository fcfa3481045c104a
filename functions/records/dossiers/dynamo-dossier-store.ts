import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { applicant } from '../../../schemas/dossier/applicant.ts';
import { applicantRecord } from '../../../schemas/dossier/applicant-record.ts';
import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { storedTask } from '../../../schemas/dossier/stored-task.ts';
import { formatDossierCode } from '../../domain/dossier/number.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { parseInstant } from '../../domain/vietnam-time.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { MOST_WRITES, type NamedWrite, type TransactOutcome, transact } from '../../kernel/table/transact.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import { dossierEntryWrites } from '../lists/dossier-entries.ts';
import { taskEntryWrites } from '../lists/task-entries.ts';
import { foundChanges } from '../search-index/found-changes.ts';
import { foundWrites } from '../search-index/found-entries.ts';
import { answerWrites, eventWrites, fileWrites, headItem, taskWrites, wakeWrites } from './change-items.ts';
import type { DossierChange, DossierStore, NewDossier, Refusal } from './dossier-store.ts';
import { peopleRecord, peopleWrites } from './people-items.ts';
import { storedAnswer, storedKey, storedLabels, storedNumber } from './stored-shapes.ts';

/** How often a new dossier tries for the next number of its agency before it gives up as too busy. */
const NUMBER_ATTEMPTS = 200;

/** Dossiers in DynamoDB. */
export function dynamoDossierStore(table: Table): DossierStore {
  const get = async (key: ItemKey) =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }))).Item;

  return {
    async find(code) {
      const key = keys.head(code);
      const item = await get(key);
      return (
        item && {
          head: parseStored(dossierHead, item['head'], key),
          labels: parseStored(storedLabels, item['labels'], key),
        }
      );
    },
    async applicant(code) {
      const item = await get(keys.applicant(code));
      return item && parseStored(applicant, item['applicant'], keys.applicant(code));
    },
    async people(code) {
      const item = await get(keys.applicant(code));
      return item && parseStored(applicantRecord, item, keys.applicant(code));
    },
    async task(code, number) {
      const key = keys.task(code, number);
      const item = await get(key);
      return item && parseStored(storedTask, item['task'], key);
    },
    async events(code, after, limit) {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.head(code).pk,
            ':from': keys.event(code, after + 1).sk,
            ':to': keys.event(code, 999_999).sk,
          },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return (page.Items ?? []).map((item, index) =>
        parseStored(ledgerEvent, item['event'], keys.event(code, after + 1 + index)),
      );
    },
    async answered(caller, key) {
      const item = await get(keys.answered(caller, key));
      return item && parseStored(storedKey, item, keys.answered(caller, key));
    },
    create: (place, build) => create(table, place, build, async key => storedNumber.parse(await get(key))),
    commit: change => commit(table, change),
    async resultsCounted(agency, year) {
      return storedNumber.parse(await get(keys.resultNumber(agency, year)));
    },
  };
}

async function create<N extends NewDossier>(
  table: Table,
  place: { agency: string; date: string },
  build: (code: string) => N,
  counted: (key: ItemKey) => Promise<number>,
): Promise<N | Refusal> {
  const counter = keys.dossierNumber(place.agency, place.date);
  let taken = await counted(counter);
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt++) {
    const code = formatDossierCode(place.agency, place.date, taken + 1);
    const dossier = build(code);
    const { head } = dossier.outcome;
    const writes = [
      countWrite(table.name, counter, taken, 'number'),
      // Before the files: a repeat that raced its first request finds them taken by that very request.
      ...answerWrites(table.name, dossier.answer, parseInstant(head.submittedAt)),
      ...creationWrites(table, dossier),
    ];
    const found = foundWrites(table.name, head, dossier.foundBy, MOST_WRITES - writes.length);
    const outcome = await transact(table, [...writes, ...found]);
    if (outcome.done) return dossier;
    if (outcome.failed !== 'number') return refusalOf(outcome);
    taken = storedNumber.parse(outcome.found);
  }
  return { refused: 'number' };
}

/** Counts one more, on condition that nobody else has meanwhile; a failure brings back the count that stands. */
function countWrite(table: string, key: ItemKey, taken: number, name: string): NamedWrite {
  return {
    name,
    write: {
      Update: {
        TableName: table,
        Key: key,
        UpdateExpression: 'SET #count = :next',
        ConditionExpression: taken === 0 ? 'attribute_not_exists(pk)' : '#count = :taken',
        ExpressionAttributeNames: { '#count': 'count' },
        ExpressionAttributeValues: { ':next': taken + 1, ...(taken > 0 && { ':taken': taken }) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
  };
}

function creationWrites(table: Table, dossier: NewDossier): NamedWrite[] {
  const { head } = dossier.outcome;
  const put = (item: Record<string, unknown>): NamedWrite => ({
    name: 'version',
    write: { Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
  });
  return [
    put(headItem(head, dossier.labels)),
    ...dossierEntryWrites(table.name, dossier.labels, undefined, head),
    ...taskEntryWrites(table.name, undefined, dossier),
    put({ ...keys.applicant(head.code), ...peopleRecord(dossier), folding: FOLDING }),
    put({
      ...keys.machine(head.code),
      round: 1,
      ended: false,
      ...indexKeys.wake(head.code, head.submittedAt),
    }),
    ...eventWrites(table.name, dossier),
    ...taskWrites(table.name, dossier),
    ...fileWrites(table.name, head.code, dossier.files),
  ];
}

async function commit(table: Table, change: DossierChange): Promise<Refusal | undefined> {
  const { before, outcome } = change;
  const at = outcome.events.at(-1)?.at ?? before.submittedAt;
  const head: NamedWrite = {
    name: 'version',
    write: {
      Put: {
        TableName: table.name,
        Item: headItem(outcome.head, change.labels),
        ConditionExpression: 'head.#version = :version AND head.lastHash = :hash',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': before.version, ':hash': before.lastHash },
      },
    },
  };
  const writes = [
    ...answerWrites(table.name, change.answer, parseInstant(at)),
    head,
    ...dossierEntryWrites(table.name, change.labels, before, outcome.head),
    ...peopleWrites(table.name, before.code, change.people),
    ...taskEntryWrites(table.name, before, change),
    ...eventWrites(table.name, change),
    ...taskWrites(table.name, change),
    ...wakeWrites(table.name, before, outcome.head, at),
    ...fileWrites(table.name, before.code, change.files ?? []),
    ...resultWrites(table.name, change),
  ];
  const found = change.people
    ? foundChanges(table.name, change.people.found, MOST_WRITES - writes.length)
    : [];
  const made = await transact(table, [...writes, ...found]);
  return made.done ? undefined : refusalOf(made);
}

function resultWrites(table: string, { result, outcome }: DossierChange): NamedWrite[] {
  const issued = outcome.head.result;
  if (!result || !issued) return [];
  return [
    countWrite(table, keys.resultNumber(result.agency, result.year), result.count - 1, 'number'),
    {
      name: 'number',
      write: {
        Put: {
          TableName: table,
          Item: {
            ...keys.result(result.number),
            number: result.number,
            dossier: outcome.head.code,
            agency: result.agency,
            procedureName: result.procedureName,
            outcome: outcome.head.outcome,
            issuedAt: outcome.events.find(event => event.data.type === 'resultIssued')?.at,
            sha256: issued.sha256,
            size: issued.size,
            key: result.key,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    },
  ];
}

function refusalOf(outcome: Extract<TransactOutcome, { done: false }>): Refusal {
  if (outcome.failed === 'answered')
    return { refused: 'answered', answer: storedAnswer.parse(outcome.found) };
  if (outcome.failed === 'number') return { refused: 'number' };
  if (outcome.failed.startsWith('file:'))
    return { refused: 'file', file: outcome.failed.slice('file:'.length) };
  return { refused: 'version' };
}
