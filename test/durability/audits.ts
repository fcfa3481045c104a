import { isDeepStrictEqual } from 'node:util';
import { replay } from '../../functions/domain/dossier/head.ts';
import { isBeside, waitingTask } from '../../functions/domain/dossier/waiting.ts';
import { verifyChain } from '../../functions/domain/ledger/chain.ts';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import { executionName, readExecutionName } from '../../functions/domain/machine/order.ts';
import { readDossierCode } from '../../schemas/codes/dossier-code.ts';
import { missingWrites } from './acknowledged-writes.ts';
import { alarmFaults, type Uptime } from './alarm-audit.ts';
import type { KeptDossier, Snapshot } from './snapshot.ts';
import type { Acknowledged } from './stubborn-client.ts';

/** What is audited, beside the snapshot. */
export interface Evidence extends Uptime {
  readonly acknowledged: readonly Acknowledged[];
  /** Executions are lost on purpose: that of a closed dossier may have ended otherwise than with it, and is not restarted. */
  readonly lossesExpected?: boolean;
}

export type Audit = (snapshot: Snapshot, evidence: Evidence) => string[];

/**
 * The audits that look at one dossier at a time, by the sentence that holds when they find nothing. Each finding says where and what.
 */
export const dossierAudits: Readonly<Record<string, Audit>> = {
  'every acknowledged write is in its ledger, once': ({ dossiers }, { acknowledged }) =>
    missingWrites(dossiers, acknowledged),
  'every ledger’s chain is whole': each(({ code, events }) => {
    const fault = verifyChain(events);
    return fault ? [`${code}: ${fault.fault} at entry ${fault.seq}`] : [];
  }),
  'every head equals the replay of its ledger': each(({ code, head, events }) => {
    const replayed = replay(events);
    return isDeepStrictEqual(head, replayed)
      ? []
      : [`${code}: head ${head?.version}, ledger ${events.length}`];
  }),
  'time runs back in no ledger': each(({ code, events }) =>
    events.flatMap((event, index) => {
      const before = events[index - 1];
      return before && instant(event.at) < instant(before.at)
        ? [
            `${code}: entry ${event.seq} (${event.data.type}) at ${event.at}, after one (${before.data.type}) at ${before.at}`,
          ]
        : [];
    }),
  ),
  'the task list shows the head’s open tasks and no others': each(({ code, head, tasks }) => {
    const listed = tasks.filter(({ closed }) => closed === null).map(({ id }) => id);
    const open = (head?.tasks ?? []).map(({ id }) => id);
    return isDeepStrictEqual(listed.toSorted(), open.toSorted())
      ? []
      : [`${code}: list ${listed.join()}, head ${open.join()}`];
  }),
  'every open dossier waits on its task with a live token': each(liveWait),
  'every open dossier has its running execution, every closed one an ended one': (snapshot, evidence) =>
    each(({ code, head }) => {
      if (!head) return [];
      const found = snapshot.executions.get(executionName(code, head.round)) ?? 'missing';
      const wanted = isEnd(head.handling) ? 'SUCCEEDED' : 'RUNNING';
      const lost = evidence.lossesExpected === true && ['FAILED', 'ABORTED', 'TIMED_OUT'].includes(found);
      if (lost && isEnd(head.handling)) return [];
      return found === wanted ? [] : [`${code} is ${head.handling}, its execution ${found}`];
    })(snapshot, evidence),
  'no alarm was missed, doubled or early': (snapshot, evidence) =>
    [...snapshot.dossiers.values()].flatMap(dossier => alarmFaults(dossier, snapshot.now, evidence)),
};

/** The audits that have to see all dossiers at once. They need no ledgers. */
export const provinceAudits: Readonly<Record<string, Audit>> = {
  'no execution is without a dossier, none of an old round runs': ({ dossiers, executions }) =>
    [...executions].flatMap(([name, status]) => {
      const { code, round } = readExecutionName(name);
      const head = dossiers.get(code)?.head;
      if (!head) return [`${name} (${status}) carries no dossier`];
      return status === 'RUNNING' && round !== head.round ? [`${name} runs in round ${head.round}`] : [];
    }),
  'dossier numbers have no gap and no duplicate': ({ dossiers, counters }) =>
    numbering(
      [...dossiers.keys()].map(code => {
        const { agency, date, number } = readDossierCode(code) ?? { agency: code, date: '', number: 0 };
        return { series: `NUMBER#DOSSIER#${agency}#${date}`, number };
      }),
      counters,
      'NUMBER#DOSSIER#',
    ),
  'result numbers have no gap and no duplicate, and are in the register': ({
    dossiers,
    counters,
    results,
  }) => {
    const issued = [...dossiers.values()].flatMap(({ code, head }) =>
      head?.result ? [{ code, number: head.result.number }] : [],
    );
    const unregistered = issued.filter(({ code, number }) => results.get(number) !== code);
    return [
      ...numbering(
        issued.map(({ number }) => seriesOfResult(number)),
        counters,
        'NUMBER#RESULT#',
      ),
      ...unregistered.map(({ code, number }) => `${code}: ${number} is not in the register under it`),
      ...(results.size > issued.length
        ? [`${results.size - issued.length} registered results of no dossier`]
        : []),
    ];
  },
};

/** Every audit. */
export const audits: Readonly<Record<string, Audit>> = { ...dossierAudits, ...provinceAudits };

function each(audit: (dossier: KeptDossier) => string[]): Audit {
  return ({ dossiers }) =>
    [...dossiers.values()].flatMap(dossier => {
      if (dossier.head && dossier.events.length > 0) return audit(dossier);
      return [`${dossier.code}: ${dossier.head ? 'a head without a ledger' : 'a ledger without a head'}`];
    });
}

function instant(text: string): number {
  return Date.parse(text);
}

function liveWait({ code, head, machine, tokenLives }: KeptDossier): string[] {
  if (!head || isEnd(head.handling)) return [];
  const waits = head.tasks.filter(task => !isBeside(task));
  const task = waitingTask(head);
  if (waits.length !== 1 || task === undefined) {
    return [`${code} is ${head.handling}, ${head.delivery}, with ${waits.length} waiting tasks`];
  }
  if (head.tasks[0]?.id !== task.id) return [`${code}: ${task.id} is not the first open task`];
  if (machine?.waitingOn !== task.id)
    return [`${code} waits on ${task.id}, its machine on ${machine?.waitingOn}`];
  return tokenLives
    ? []
    : [`${code} waits on ${task.id} with a token that is ${machine.token ? 'dead' : 'missing'}`];
}

function seriesOfResult(number: string): { series: string; number: number } {
  const match = /^(?<agency>.+)-KQ(?<year>\d{4})-(?<count>\d+)$/.exec(number)?.groups;
  return {
    series: `NUMBER#RESULT#${match?.['agency']}#${match?.['year']}`,
    number: Number(match?.['count']),
  };
}

/** Each series must be 1, 2, 3 … up to what its counter says. */
function numbering(
  given: readonly { series: string; number: number }[],
  counters: ReadonlyMap<string, number>,
  prefix: string,
): string[] {
  const series = Map.groupBy(given, entry => entry.series);
  const counted = [...counters.keys()].filter(key => key.startsWith(prefix));
  return [...new Set([...series.keys(), ...counted])].flatMap(key => {
    const numbers = (series.get(key) ?? []).map(({ number }) => number).sort((a, b) => a - b);
    const whole = numbers.every((number, index) => number === index + 1);
    return whole && counters.get(key) === numbers.length
      ? []
      : [`${key}: ${numbers.join()} given, ${counters.get(key)} counted`];
  });
}
