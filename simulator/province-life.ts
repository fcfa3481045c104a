import { applicantKnownBy } from '../functions/domain/applicants/known-by.ts';
import { lifecycle } from '../functions/domain/lifecycle/states.ts';
import { DAY, HOUR, MINUTE, parseInstant } from '../functions/domain/vietnam-time.ts';
import { dossierOperations } from '../schemas/api/operations/dossiers.ts';
import { taskOperations } from '../schemas/api/operations/tasks.ts';
import type { DossierHead } from '../schemas/dossier/head.ts';
import type { PlannedTask } from '../schemas/dossier/task.ts';
import type { Principal } from '../schemas/identity/principal.ts';
import { keyring, type MemoryFiles } from '../test/support/lifecycle/memory-province.ts';
import type { Answered, ApiClient, Request } from './api-client.ts';
import { type Arrival, accountOf, applicantOf, portal, submissionOf } from './arrivals.ts';
import { decisionOf } from './decisions.ts';
import { type Errand, type Intent, openDesks } from './desks.ts';
import { employ, type Officer } from './officers.ts';
import type { Random } from './random.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Committed } from './watched-store.ts';

export interface LifeDeps {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly client: ApiClient;
  readonly files: MemoryFiles;
  readonly note: (code: string, line: string) => void;
  readonly find: (audit: string, what: string) => void;
}

/** What those who have to do with a dossier know of it. */
interface Case {
  readonly code: string;
  readonly account: Principal;
  readonly random: Random;
  head: DossierHead;
  consulted: boolean;
}

/** The people of the province: they submit, examine, supply, pay, withdraw and collect, each in their own time. */
export interface ProvinceLife {
  expect(arrivals: readonly Arrival[]): void;
  /** What was committed becomes known to those it concerns. */
  learn(committed: Committed): void;
}

/** Refusals that somebody else's being quicker explains. */
const OVERTAKEN = new Set([
  'task-closed',
  'state-conflict',
  'precondition-failed',
  'extension-once',
  'extension-too-late',
  'extension-not-later',
]);

export function openProvinceLife(deps: LifeDeps): ProvinceLife {
  const { time, client, find } = deps;
  const cases = new Map<string, Case>();
  const staff = employ(deps.random);
  let keys = 0;

  const desks = openDesks({
    time,
    staff,
    find,
    isOpen: ({ code, task }) => cases.get(code)?.head.tasks.some(({ id }) => id === task.id) ?? false,
    perform: (errand, officer) => perform(errand, officer),
  });

  async function send(request: Omit<Request, 'key'>): Promise<Answered> {
    keys++;
    const answer = await client.send({ ...request, key: `k${keys}` });
    if (answer.code !== undefined && !OVERTAKEN.has(answer.code)) {
      const told = JSON.stringify(answer.body);
      find(
        'nobody is refused without a reason',
        `${request.operation.id} ${JSON.stringify(request.params ?? {})}: ${told}`,
      );
    }
    return answer;
  }

  function expect(arrivals: readonly Arrival[]): void {
    let index = 0;
    const next = () => {
      const coming = arrivals[index++];
      if (!coming) return;
      time.at(coming.at, () => {
        void time.begin(() => submit(coming));
        next();
      });
    };
    next();
  }

  async function submit(arrival: Arrival): Promise<void> {
    const applicant = applicantOf(arrival);
    const account = accountOf(applicant);
    const officer = staff(arrival.receivingUnit, 'reception')[0];
    const online = arrival.byPortal ? portal : account;
    const who = arrival.channel === 'online' ? online : officer?.caller;
    if (!who) {
      find('every task has somebody to do it', `nobody receives at ${arrival.receivingUnit}`);
      return;
    }
    const declarer =
      'id' in who ? `${who.kind}:${who.id}` : `${who.kind}:${keyring.personKey(applicantKnownBy(applicant))}`;
    const files = arrival.withFile ? [await deps.files.upload(declarer)] : [];
    await send({ who, operation: dossierOperations.submitDossier, body: submissionOf(arrival, files) });
  }

  function learn({ head, events, applicant }: Committed): void {
    const { code } = head;
    const known = cases.get(code);
    const about: Case = known ?? {
      code,
      account: applicant ? accountOf(applicant) : { kind: 'anonymous' },
      random: deps.random.fork(code),
      head,
      consulted: false,
    };
    if (!known) begin(about);
    about.head = head;
    for (const { data, opens } of events) {
      if (data.type === 'consulted') about.consulted = true;
      for (const task of opens) planTask(about, task);
    }
    if (head.closedAt !== null) cases.delete(code);
  }

  function begin(about: Case): void {
    cases.set(about.code, about);
    if (!about.random.chance(0.05)) return;
    // Some think better of it: soon, or after weeks.
    const after = about.random.chance(0.5)
      ? about.random.between(0.1, 8) * HOUR
      : about.random.between(1, 25) * DAY;
    time.at(Math.floor(time.now() + after), () => {
      if (!cases.has(about.code) || !lifecycle[about.head.handling].withdrawable) return;
      void time.begin(() => withdraw(about));
    });
  }

  async function withdraw(about: Case): Promise<void> {
    await send({
      who: about.account,
      operation: dossierOperations.withdrawDossier,
      params: { code: about.code },
      body: { reason: 'Không còn nhu cầu' },
    });
  }

  async function supply(about: Case): Promise<void> {
    await send({
      who: about.account,
      operation: dossierOperations.supplementDossier,
      params: { code: about.code },
      body: { components: [{ component: 'c1', files: [], paperCopies: 1 }] },
    });
  }

  /** Plans who does what about a task that has opened, and when. */
  function planTask(about: Case, task: PlannedTask): void {
    const { random } = about;
    const now = time.now();
    const put = (intent: Intent, at: number, minutes: number) =>
      desks.put(
        {
          code: about.code,
          task,
          intent,
          effort: Math.ceil(minutes * MINUTE),
          holder: task.assignee ?? undefined,
        },
        Math.ceil(at),
      );
    const days = (least: number, most: number) => now + random.between(least, most) * DAY;
    const afterwards = parseInstant(task.alarms.escalated) + random.between(0.1, 3) * DAY;
    const supplement: readonly (readonly [() => void, number])[] = [
      [() => supplyAt(about, task, days(0.2, 9)), 70],
      [() => put('recordSupplement', days(0.5, 9), 10), 18],
      [() => supplyAt(about, task, days(9, 20)), 4],
      [() => put('giveUp', afterwards, 10), 8],
    ];
    // A few never pay, never come for their result, never answer.
    switch (task.phase) {
      case 'supplement':
        random.weighted(supplement)();
        break;
      case 'payment':
        if (random.chance(0.95)) put('recordPayment', days(0.05, 6), 5);
        else put('giveUp', afterwards, 10);
        break;
      case 'collection':
        if (random.chance(0.97)) put('handOver', days(0.05, 12), 5);
        break;
      case 'consultations':
        put('proceed', random.chance(0.1) ? days(0.5, 2) : afterwards, 15);
        break;
      case 'others':
        put('decide', random.chance(0.9) ? days(0.2, 8) : afterwards, 10);
        break;
      case 'consultation':
        if (random.chance(0.9)) put('decide', ripe(random, task, now), random.between(10, 60));
        break;
      default:
        put('decide', ripe(random, task, now), effortOf(random, task));
    }
  }

  function supplyAt(about: Case, task: PlannedTask, at: number): void {
    time.at(Math.floor(at), () => {
      if (!about.head.tasks.some(({ id }) => id === task.id) || !cases.has(about.code)) return;
      void time.begin(() => supply(about));
    });
  }

  async function perform(errand: Errand, officer: Officer): Promise<void> {
    const about = cases.get(errand.code);
    if (!about) return;
    const params = { id: errand.task.id };
    const who = officer.caller;
    const seen = await client.send({ who, operation: taskOperations.getTask, params });
    if (seen.status !== 200) {
      find('every open task can be read', `${errand.task.id}: ${JSON.stringify(seen.body)}`);
      return;
    }
    if (seen.body.closed !== null) return;
    const takes = about.random.chance(0.05);
    if (takes) {
      const body = { assignee: officer.id };
      await send({ who, operation: taskOperations.assignTask, params, body });
    }
    const decision = await decisionOf({
      random: about.random,
      now: time.now(),
      head: about.head,
      task: errand.task,
      intent: errand.intent,
      allowed: seen.body.decisions,
      consulted: about.consulted,
      resultFile: () => deps.files.upload(`officer:${officer.id}`),
    });
    if (!decision) return;
    // Taking a task makes a new version of it, which was not read.
    const ifMatch = !takes && about.random.chance(0.2) ? seen.body.version : undefined;
    deps.note(errand.code, `${officer.id} decides ${decision.decision} at ${errand.task.id}`);
    await send({ who, operation: taskOperations.decideTask, params, body: decision, ifMatch });
    if (!stillOpen(errand)) return;
    // The decision left it open, or was made on an old version: it is looked at again.
    const holder = takes ? officer.id : errand.holder;
    desks.put({ ...errand, holder, effort: 5 * MINUTE }, time.now() + MINUTE);
  }

  function stillOpen({ code, task }: Errand): boolean {
    return cases.get(code)?.head.tasks.some(({ id }) => id === task.id) ?? false;
  }

  return { expect, learn };
}

/** When a task comes up on its holder's desk: most well inside its limit, some when it is over. */
function ripe(random: Random, task: PlannedTask, now: number): number {
  const length = Math.max(0, parseInstant(task.dueAt) - now);
  const late = random.chance(0.06);
  return now + length * (late ? random.between(1, 2.2) : random.next() ** 2 * 0.75);
}

/** Minutes of office time by phase. */
function effortOf(random: Random, { phase }: PlannedTask): number {
  if (phase === 'reception') return random.between(3, 12);
  if (phase === 'signature') return random.between(1, 6);
  return random.between(8, 45);
}
