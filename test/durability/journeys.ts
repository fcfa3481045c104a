import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { waitingTask } from '../../functions/domain/dossier/waiting.ts';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import { acknowledgement } from '../../schemas/api/dossier.ts';
import type { HandlingState, WaitPhase } from '../../schemas/dossier/states.ts';
import type { OutsideClient, Wire } from '../end-to-end/outside-client.ts';
import { PORTAL } from './listening-portal.ts';

/** What is to become of a dossier, and the state it ends in; those left open stay in a wait until they are told otherwise. */
export const journeys = {
  granted: 'returned',
  refused: 'returned',
  declined: 'declined',
  withdrawnEarly: 'withdrawn',
  withdrawnLate: 'withdrawn',
  supplementedAtIntake: 'returned',
  supplementedInProcessing: 'returned',
  stopped: 'stopped',
  sentBack: 'returned',
  collected: 'returned',
  paid: 'returned',
  consulted: 'returned',
  leftAtReception: 'reception',
  leftAtSupplement: 'supplement',
  leftAtPayment: 'payment',
  leftAtStep: 'step',
  leftAtConsultations: 'consultations',
  leftAtSignature: 'signature',
  leftAtCollection: 'collection',
} as const satisfies Record<string, HandlingState | WaitPhase>;
export type Journey = keyof typeof journeys;

type Dossier = Awaited<ReturnType<OutsideClient['dossier']>>;
type Decision = Record<string, unknown> & { readonly decision: string };

const CITIZEN = '025090000001';
const reason = 'Lý do ghi trong hồ sơ thử';
const text = 'Đồng ý.';

/** Real milliseconds within which a host that is killed again and again still has to make a result. */
const MAKING_LIMIT = 90_000;
const MOST_ACTS = 60;

/** What differs between dossiers beside their journey. */
export interface Traveller {
  readonly client: OutsideClient;
  readonly random: () => number;
  /** Most real milliseconds before the next act: officers are not machines, and alarms are to sound meanwhile. */
  readonly pace: () => number;
}

export function isJourney(name: string): name is Journey {
  return name in journeys;
}

/** The wait in which a journey leaves its dossier. */
export function leftIn(journey: Journey): WaitPhase | undefined {
  const end = journeys[journey];
  return journey.startsWith('left') ? (end as WaitPhase) : undefined;
}

/** Submits a dossier by a citizen; gives its code. */
export async function submit(client: OutsideClient, journey: Journey, unit: string): Promise<string> {
  // By a portal, so that all is told outside that the audits then ask of it.
  const portal = await client.token(PORTAL);
  const { procedure, receivingUnit } = placeOf(journey, unit);
  const answer = await client.post('/v1/dossiers', portal, {
    procedure,
    channel: 'online',
    receivingUnit,
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN },
    components: [{ component: 'c1', paperCopies: 1 }],
    returnBy: journey === 'collected' || journey === 'leftAtCollection' ? 'counter' : 'electronic',
  });
  return z.parse(acknowledgement, successOf(answer, 'submission')).code;
}

/** A free procedure with three steps, one with a fee, one whose deciding department asks other agencies. */
function placeOf(journey: Journey, unit: string): { procedure: string; receivingUnit: string } {
  switch (journey) {
    case 'paid':
    case 'leftAtPayment':
      return { procedure: '1.001612', receivingUnit: unit };
    case 'consulted':
    case 'leftAtConsultations':
      return { procedure: '1.013236', receivingUnit: 'H44.01' };
    default:
      return { procedure: '1.012796', receivingUnit: unit };
  }
}

/** Carries a dossier along its journey until it ends or is left. It may have come any part of the way. */
export async function travel(code: string, journey: Journey, { client, random, pace }: Traveller) {
  const seen = new Map<string, number>();
  let making: number | undefined;
  for (let acts = 0; acts < MOST_ACTS; ) {
    const dossier = await client.dossier(code);
    if (isEnd(dossier.handling)) return;
    const task = waitingTask(dossier);
    if (task === undefined) {
      making ??= performance.now();
      if (performance.now() - making > MAKING_LIMIT) throw new Error(`${code}: its result is not made`);
      await pause(100);
      continue;
    }
    making = undefined;
    if (task.phase === leftIn(journey)) return;
    await pause(random() * pace());
    const visit = (seen.get(task.phase) ?? 0) + 1;
    seen.set(task.phase, visit);
    const answer = await act(client, journey, dossier, visit);
    // An alarm may have come first too often in a row.
    if (!hasCode(answer, 'version-conflict')) successOf(answer, `${code} (${journey}) at ${task.id}`);
    acts += 1;
  }
  throw new Error(`${code} (${journey}) goes round in circles`);
}

async function act(client: OutsideClient, journey: Journey, dossier: Dossier, visit: number): Promise<Wire> {
  const { code } = dossier;
  const task = waitingTask(dossier);
  if (task === undefined) throw new Error(`${code}: nothing is left to decide`);
  const citizen = await client.token({ kind: 'citizen', id: CITIZEN, level: 2 });
  const early = journey === 'withdrawnEarly' && task.phase === 'reception';
  if (early || (journey === 'withdrawnLate' && task.phase === 'step')) {
    return client.post(`/v1/dossiers/${code}/withdrawal`, citizen, { reason });
  }
  if (task.phase === 'supplement') {
    return client.post(`/v1/dossiers/${code}/supplements`, citizen, {
      components: [{ component: 'c1', paperCopies: 1 }],
    });
  }
  const opinion = dossier.tasks.find(({ phase }) => phase === 'consultation');
  if (opinion) return client.decide(opinion.id, { decision: 'giveOpinion', opinion: reason, agrees: true });
  const { decisions, proposal } = await client.task(task.id);
  return client.decide(
    task.id,
    decisionOf({ journey, dossier, phase: task.phase, visit, decisions, proposal }),
  );
}

function decisionOf(at: {
  journey: Journey;
  dossier: Dossier;
  phase: string;
  visit: number;
  decisions: readonly string[];
  proposal?: { readonly digest: string } | null | undefined;
}): Decision {
  const { journey, dossier, phase, visit, decisions, proposal } = at;
  const first = visit === 1;
  const items = ['Giấy ủy quyền'];
  switch (phase) {
    case 'reception':
      if (journey === 'declined') return { decision: 'decline', reason };
      return first && (journey === 'supplementedAtIntake' || journey === 'leftAtSupplement')
        ? { decision: 'requestSupplement', reason, items }
        : { decision: 'accept' };
    case 'payment':
      return { decision: 'recordPayment', amount: dossier.amountDue ?? 0, method: 'cash', receipt: 'BL-1' };
    case 'consultations':
      return { decision: 'proceed', reason };
    case 'collection':
      return { decision: 'handOver', receivedBy: 'chủ hồ sơ' };
  }
  if (phase === 'signature') {
    if (first && journey === 'sentBack') return { decision: 'sendBack', reason };
    return proposal ? { decision: 'approve', proposal: proposal.digest } : { decision: 'approve', text };
  }
  if (first && journey === 'stopped') return { decision: 'stop', reason };
  if (first && journey === 'supplementedInProcessing') {
    return { decision: 'requestSupplement', reason, items };
  }
  if (first && (journey === 'consulted' || journey === 'leftAtConsultations')) {
    return { decision: 'consult', question: reason };
  }
  if (decisions.includes('forward')) return { decision: 'forward' };
  return journey === 'refused' ? { decision: 'refuse', reason } : { decision: 'approve', text };
}

function successOf({ status, body }: Wire, what: string): unknown {
  if (status >= 300) throw new Error(`${what} was refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

function hasCode({ body }: Wire, code: string): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && body.code === code;
}
