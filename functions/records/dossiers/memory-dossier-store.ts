import { applicant } from '../../../schemas/dossier/applicant.ts';
import { applicantRecord } from '../../../schemas/dossier/applicant-record.ts';
import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { dossierHead } from '../../../schemas/dossier/head.ts';
import { storedTask } from '../../../schemas/dossier/stored-task.ts';
import { readTaskId } from '../../../schemas/dossier/task.ts';
import { formatDossierCode } from '../../domain/dossier/number.ts';
import { taskChanges } from '../../domain/dossier/task-changes.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import type { ItemKey } from '../../kernel/table/item-key.ts';
import type { MemoryItem, MemoryRecords, MemoryWrite } from '../../kernel/table/memory-records.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { accessItems } from '../audit-log/access-items.ts';
import { indexKeys, keys } from '../keys/keys.ts';
import { wakeWrites } from './change-items.ts';
import type { Answer, DossierChange, DossierStore, NewDossier, Refusal } from './dossier-store.ts';
import { peopleRecord } from './people-items.ts';
import { storedAnswer, storedKey, storedLabels, storedNumber } from './stored-shapes.ts';

/** How often a new dossier tries for the next number of its agency before it gives up as too busy. */
const NUMBER_ATTEMPTS = 200;

/**
 * The twin of the table's store, in memory: the same keys, conditions, order of refusals and races, for tests and simulations. One
 * contract test keeps the two alike.
 */
export function memoryDossierStore(records: MemoryRecords): DossierStore {
  /** A read as the table makes it: what stands when the request arrives, told a moment later. */
  const get = async (key: ItemKey) => records.get(key);

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
      const item = await get(keys.task(code, number));
      return item && parseStored(storedTask, item['task'], keys.task(code, number));
    },
    async events(code, after, limit) {
      const { pk } = keys.head(code);
      const from = keys.event(code, after + 1).sk;
      return records
        .under(pk)
        .filter(({ key }) => key.sk.startsWith(keys.eventPrefix) && key.sk >= from)
        .slice(0, limit)
        .map(({ key, item }) => parseStored(ledgerEvent, item['event'], key));
    },
    async answered(caller, key) {
      const item = await get(keys.answered(caller, key));
      return item && parseStored(storedKey, item, keys.answered(caller, key));
    },
    create: (place, build) => create(records, place, build),
    async commit(change) {
      const outcome = records.transact(commitWrites(change));
      return outcome.done ? undefined : refusalOf(outcome);
    },
    async resultsCounted(agency, year) {
      return storedNumber.parse(await get(keys.resultNumber(agency, year)));
    },
  };
}

async function create<N extends NewDossier>(
  records: MemoryRecords,
  place: { agency: string; date: string },
  build: (code: string) => N,
): Promise<N | Refusal> {
  const counter = keys.dossierNumber(place.agency, place.date);
  let taken = storedNumber.parse(records.get(counter));
  for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt++) {
    // The count was read by one request and is used by the next: others may come in between.
    await Promise.resolve();
    const dossier = build(formatDossierCode(place.agency, place.date, taken + 1));
    const outcome = records.transact([
      countWrite(counter, taken),
      ...answerWrites(dossier.answer),
      ...creationWrites(dossier),
    ]);
    if (outcome.done) return dossier;
    if (outcome.failed !== 'number') return refusalOf(outcome);
    taken = storedNumber.parse(outcome.found);
  }
  return { refused: 'number' };
}

const absent = (item: MemoryItem | undefined) => item === undefined;
const present = (item: MemoryItem | undefined) => item !== undefined;

function countWrite(key: ItemKey, taken: number): MemoryWrite {
  return {
    name: 'number',
    key,
    holds: item => storedNumber.parse(item) === taken,
    becomes: () => ({ count: taken + 1 }),
  };
}

function creationWrites(dossier: NewDossier): MemoryWrite[] {
  const { head } = dossier.outcome;
  const put = (key: ItemKey, item: MemoryItem): MemoryWrite => ({
    name: 'version',
    key,
    holds: absent,
    becomes: () => item,
  });
  return [
    put(keys.head(head.code), { head, labels: dossier.labels }),
    put(keys.applicant(head.code), peopleRecord(dossier)),
    put(keys.machine(head.code), { round: 1, ended: false, ...indexKeys.wake(head.code, head.submittedAt) }),
    ...eventWrites(dossier),
    ...taskWrites(dossier),
    ...fileWrites(head.code, dossier.files),
  ];
}

function commitWrites(change: DossierChange): MemoryWrite[] {
  const { before, outcome } = change;
  const at = outcome.events.at(-1)?.at ?? before.submittedAt;
  return [
    ...answerWrites(change.answer),
    {
      name: 'version',
      key: keys.head(before.code),
      holds(item) {
        const head = item && dossierHead.parse(item['head']);
        return head?.version === before.version && head.lastHash === before.lastHash;
      },
      becomes: () => ({ head: outcome.head, labels: change.labels }),
    },
    ...eventWrites(change),
    ...taskWrites(change),
    // Whether the machine falls behind is decided where the table's store decides it.
    ...wakeWrites('', before, outcome.head, at).map(() => ({
      name: 'version',
      key: keys.machine(before.code),
      becomes: (item: MemoryItem | undefined) => ({
        ...item,
        ...indexKeys.wake(before.code, at),
        ended: isEnd(outcome.head.handling),
      }),
    })),
    ...peopleWrites(change),
    ...fileWrites(before.code, change.files ?? []),
    ...resultWrites(change),
  ];
}

function eventWrites({ outcome }: Pick<DossierChange, 'outcome'>): MemoryWrite[] {
  return outcome.events.map(event => ({
    name: 'version',
    key: keys.event(event.dossier, event.seq),
    holds: absent,
    becomes: () => ({ event }),
  }));
}

function taskWrites(change: Pick<DossierChange, 'outcome' | 'labels' | 'decision'>): MemoryWrite[] {
  const { events, head } = change.outcome;
  const changes = taskChanges(events, head, change.labels, change.decision);
  const keyOf = (id: string) => keys.task(head.code, readTaskId(id)?.number ?? 0);
  const patch = (id: string, patches: object): MemoryWrite => ({
    name: 'version',
    key: keyOf(id),
    holds: present,
    becomes: item => ({ task: { ...storedTask.parse(item?.['task']), ...patches } }),
  });
  const touched = new Map<string, object>();
  for (const { id, ...touch } of changes.touched) touched.set(id, { ...touched.get(id), ...touch });
  return [
    ...changes.opened.map(task => ({ name: 'version', key: keyOf(task.id), becomes: () => ({ task }) })),
    ...changes.closed.map(({ id, closed, version }) => patch(id, { closed, version })),
    ...[...touched].map(([id, touch]) => patch(id, touch)),
  ];
}

function peopleWrites({ people, before }: DossierChange): MemoryWrite[] {
  if (!people) return [];
  const { record, seen } = people;
  return [
    { name: 'version', key: keys.applicant(before.code), becomes: () => record },
    ...seen.flatMap(accessItems).map(({ pk, sk, ...item }) => ({
      name: 'version',
      key: { pk, sk },
      becomes: () => item,
    })),
  ];
}

function fileWrites(dossier: string, files: readonly string[]): MemoryWrite[] {
  return [...new Set(files)].map(file => ({
    name: `file:${file}`,
    key: keys.file(file),
    holds: item =>
      item?.['state'] === 'checked' && (item['dossier'] === undefined || item['dossier'] === dossier),
    becomes: item => ({ ...item, dossier, expiresAt: undefined }),
  }));
}

function answerWrites(answer: Answer | undefined): MemoryWrite[] {
  if (!answer) return [];
  const { caller, key, requestHash, status, body } = answer;
  const item = { requestHash, status, body: JSON.stringify(body) };
  const unused = (found: MemoryItem | undefined) => found?.['requestHash'] === undefined;
  return [{ name: 'answered', key: keys.answered(caller, key), holds: unused, becomes: () => item }];
}

function resultWrites({ result, outcome }: DossierChange): MemoryWrite[] {
  if (!result || !outcome.head.result) return [];
  const { sha256, size } = outcome.head.result;
  const item = { ...result, dossier: outcome.head.code, sha256, size };
  return [
    countWrite(keys.resultNumber(result.agency, result.year), result.count - 1),
    { name: 'number', key: keys.result(result.number), holds: absent, becomes: () => item },
  ];
}

function refusalOf(outcome: { failed: string; found: MemoryItem | undefined }): Refusal {
  if (outcome.failed === 'answered')
    return { refused: 'answered', answer: storedAnswer.parse(outcome.found) };
  if (outcome.failed === 'number') return { refused: 'number' };
  if (outcome.failed.startsWith('file:'))
    return { refused: 'file', file: outcome.failed.slice('file:'.length) };
  return { refused: 'version' };
}
