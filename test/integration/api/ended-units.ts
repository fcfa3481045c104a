import { type Caller, devCaller } from '../../support/api-caller.ts';
import { confirm } from '../../support/as-two.ts';
import { eventually } from '../../support/eventually.ts';
import { decided, type World } from './world.ts';

export type Unit = { code: string; validTo: string | null; successors: string[] };

/** The staff of a small unit: somebody who does every work there, and somebody else who signs it. */
export interface Staff extends Caller {
  readonly signer: Caller;
}

export async function staffOf({ url, conformance }: World, unit: string): Promise<Staff> {
  const account = (id: string, roles: string[]) =>
    devCaller({ url, conformance }, unit, { kind: 'officer', id: `${id}.${unit}`, unit, roles });
  const everything = await account('can-bo', ['reception', 'handler', 'leader', 'signer']);
  return { ...everything, signer: await account('nguoi-ky', ['signer']) };
}

/** Publishes the units with these ended yesterday, each with its successors. */
export async function end(world: World, ending: Readonly<Record<string, string[]>>) {
  const { administrator, anonymous } = world;
  const { units } = (await anonymous.call('getOrganization')).body;
  const answer = await administrator.call('publishOrganization', {
    body: {
      units: units.map((unit: Unit) =>
        ending[unit.code] ? { ...unit, validTo: '2026-11-22', successors: ending[unit.code] } : unit,
      ),
    },
  });
  return answer.status === 202 ? confirm(world, answer.body.id) : answer;
}

export const tasksOf = async (by: Caller, code: string) =>
  (await by.call('getDossier', { params: { code } })).body.tasks as { id: string; phase: string }[];

/** Decides at the task that is waited for; who signs confirms the proposal they read. */
export async function decide(by: Staff, code: string, body: Record<string, unknown>): Promise<void> {
  const [task] = await tasksOf(by, code);
  const params = { id: task?.id ?? '' };
  const { proposal } = task?.phase === 'signature' ? (await by.call('getTask', { params })).body : {};
  await decided(task?.phase === 'signature' ? by.signer : by, params.id, {
    ...body,
    ...(proposal && { proposal: proposal.digest }),
  });
}

export const accept = { decision: 'accept' };
export const missing = {
  decision: 'requestSupplement',
  reason: 'Thiếu giấy tờ',
  items: ['Giấy tờ kèm theo'],
};
export const consult = { decision: 'consult', question: 'Đề nghị cho ý kiến' };
export const propose = { decision: 'approve', text: 'Đồng ý giải quyết.' };

/** Waits until the result is made. */
export const resultOf = (by: Caller, code: string) =>
  eventually(async () => {
    const { body } = await by.call('getDossier', { params: { code } });
    return body.resultNumber === null ? undefined : true;
  });

/** The owner of all these dossiers: a citizen of their own, so that no other test meets them. */
export const PERSON = '025092000777';
export const personOf = ({ url, conformance }: World) =>
  devCaller({ url, conformance }, 'owner of many', { kind: 'citizen', id: PERSON, level: 2 });
export const applicant = { kind: 'person', name: 'Lê Thị Mận', identityNumber: PERSON };

/** Carries a dossier to its end by the staff of the unit it is in. */
export async function finish(world: World, by: Staff, code: string): Promise<string> {
  for (let step = 0; step < 10; step++) {
    const { body } = await by.call('getDossier', { params: { code } });
    if (body.closedAt !== null) return body.resultNumber;
    const [task, asked] = body.tasks;
    if (asked) await decided(world.agencyHandler, asked.id, { decision: 'giveOpinion', opinion: 'Nhất trí' });
    else if (!task) await resultOf(by, code);
    else await decide(by, code, nextAt(task.phase, body.amountDue));
  }
  throw new Error(`${code} comes to no end`);
}

function nextAt(phase: string, amount: number): Record<string, unknown> {
  switch (phase) {
    case 'reception':
      return accept;
    case 'supplement':
      return { decision: 'recordSupplement', components: [{ component: 'c2', paperCopies: 1 }] };
    case 'payment':
      return { decision: 'recordPayment', amount, method: 'cash' };
    case 'collection':
      return { decision: 'handOver', receivedBy: 'Nguyễn Văn An' };
    case 'step':
      return propose;
    default:
      return { decision: 'approve' };
  }
}

export const codesIn = (answer: { body: { items: { code: string }[] } }) =>
  answer.body.items.map(({ code }) => code);
