import * as z from 'zod';
import { acknowledgement } from '../../schemas/api/dossier.ts';
import { decisionReceipt } from '../../schemas/api/task.ts';
import type { OutsideClient, Wire } from './outside-client.ts';

/** What may become of a dossier, and the state it must end in. */
export const fates = {
  granted: 'returned',
  refused: 'returned',
  declined: 'declined',
  withdrawnEarly: 'withdrawn',
  withdrawnLate: 'withdrawn',
  supplementedAtIntake: 'returned',
  supplementedInProcessing: 'returned',
  stopped: 'stopped',
  collected: 'returned',
} as const;
export type Fate = keyof typeof fates;

const CITIZEN = '025090000001';
const reason = 'Lý do ghi trong hồ sơ thử';

function expectOk({ status, body }: Wire): unknown {
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** A citizen's submission of the correction of a land certificate (1.012796): free, three steps. */
function submission(unit: string, returnBy: string) {
  return {
    procedure: '1.012796',
    channel: 'online',
    receivingUnit: unit,
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN },
    components: [{ component: 'c1', paperCopies: 1 }],
    returnBy,
  };
}

/** Sends one dossier to its fate, as the outside world would, and gives its code. */
export async function sendToFate(client: OutsideClient, unit: string, fate: Fate): Promise<string> {
  const citizen = await client.token({ kind: 'citizen', id: CITIZEN, level: 2 });
  const body = submission(unit, fate === 'collected' ? 'counter' : 'electronic');
  const { code } = z.parse(acknowledgement, expectOk(await client.post('/v1/dossiers', citizen, body)));
  let task: string | null = `${code}.t1`;
  const decide = async (decision: Record<string, unknown>) => {
    if (task === null) throw new Error(`${code}: nothing is left to decide`);
    task = z.parse(decisionReceipt, expectOk(await client.decide(task, decision))).nextTask;
  };
  const withdraw = async () =>
    expectOk(await client.post(`/v1/dossiers/${code}/withdrawal`, citizen, { reason }));
  const supplement = async () => {
    expectOk(
      await client.post(`/v1/dossiers/${code}/supplements`, citizen, {
        components: [{ component: 'c2', paperCopies: 1 }],
      }),
    );
    task = (await client.dossier(code)).tasks[0]?.id ?? null;
  };

  if (fate === 'declined') {
    await decide({ decision: 'decline', reason });
    return code;
  }
  if (fate === 'withdrawnEarly') {
    await withdraw();
    return code;
  }
  if (fate === 'supplementedAtIntake') {
    await decide({ decision: 'requestSupplement', reason, items: ['Giấy ủy quyền'] });
    await supplement();
  }
  await decide({ decision: 'accept' });
  if (fate === 'withdrawnLate') {
    await withdraw();
    return code;
  }
  if (fate === 'stopped') {
    await decide({ decision: 'stop', reason });
    return code;
  }
  if (fate === 'supplementedInProcessing') {
    await decide({ decision: 'requestSupplement', reason, items: ['Giấy ủy quyền'] });
    await supplement();
  }
  await decide({ decision: 'forward' });
  await decide(
    fate === 'refused' ? { decision: 'refuse', reason } : { decision: 'approve', text: 'Đồng ý.' },
  );
  await decide({ decision: 'approve', proposal: await client.proposalAt(task ?? '') });
  if (fate !== 'collected') return code;
  const ready = await client.until(code, dossier => dossier.delivery === 'ready');
  task = ready.tasks[0]?.id ?? null;
  await decide({ decision: 'handOver', receivedBy: 'chủ hồ sơ' });
  return code;
}
