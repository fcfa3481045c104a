import * as z from 'zod';
import { HostError } from '../../local/host/host-error.ts';
import { acknowledgement, dossierView, resultList } from '../../schemas/api/dossier.ts';
import { dossierDeadline } from '../../schemas/api/dossier-deadline.ts';
import { decisionReceipt, taskView } from '../../schemas/api/task.ts';
import { procedureVersion } from '../../schemas/catalogue/procedure.ts';
import { type ApiClient, devClient } from '../api-client.ts';
import { clockTime } from '../clock-time.ts';
import { samplePaper } from './sample-paper.ts';
import { uploadPaper } from './upload-paper.ts';

/** The demonstration dossier: a house's building permit (cấp giấy phép xây dựng nhà ở riêng lẻ), decided by a ward. */
const PROCEDURE = '1.013225';
const UNIT = 'H44.101';
const CITIZEN = '025090000001';

/**
 * Upload links live for fifteen minutes of the host's time: above this speed they expire before a slow machine has
 * used them.
 */
const FASTEST_FOR_UPLOADS = 200;

/** How long the machine may take to make the result, in real milliseconds. */
const PATIENCE = 30_000;

export interface DemoDeps {
  readonly apiUrl: string;
  readonly say: (line: string) => void;
  /** How many times faster than real time the host's time runs. */
  readonly speed: number;
}

/**
 * Walks one real dossier from submission to its returned result, through the HTTP API only, saying each step as it
 * happens.
 */
export async function walkDemo(deps: DemoDeps): Promise<void> {
  const { apiUrl, say } = deps;
  const citizen = await devClient(apiUrl, { kind: 'citizen', id: CITIZEN, level: 2 });
  const { procedure } = z.parse(procedureVersion, (await citizen.get(`/v1/procedures/${PROCEDURE}`)).body);
  say(`\nA dossier, step by step: ${procedure.code} ${procedure.name}`);

  const code = await submit(deps, citizen, procedure.components);
  say(`  follow it  ${apiUrl}/track?code=${code}`);
  for (let task: string | null = `${code}.t1`; task !== null; ) {
    const receipt = await decide(deps, task);
    if (receipt.decision === 'accept') await explainDue(deps, citizen, code);
    task = receipt.nextTask;
  }
  await collect(deps, citizen, code);
}

async function submit(
  { say, speed }: DemoDeps,
  citizen: ApiClient,
  components: readonly { id: string; name: string; required: boolean }[],
): Promise<string> {
  const supplied = [];
  const onPaper = speed > FASTEST_FOR_UPLOADS;
  if (onPaper) say('  citizen    sends the papers by post: time runs too fast for the links of uploads');
  for (const component of components.filter(({ required }) => required)) {
    if (onPaper) {
      supplied.push({ component: component.id, paperCopies: 1 });
      continue;
    }
    const file = await uploadPaper(
      citizen,
      `${component.id}.pdf`,
      samplePaper(`Paper ${component.id} of the dossier`),
    );
    supplied.push({ component: component.id, files: [file] });
    say(`  citizen    uploads “${short(component.name)}” (checked: size, type, SHA-256)`);
  }
  const answer = await citizen.post('/v1/dossiers', {
    procedure: PROCEDURE,
    channel: 'online',
    receivingUnit: UNIT,
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN, phone: '0912345678' },
    components: supplied,
    returnBy: 'electronic',
  });
  const { code, statusText, answerBy } = z.parse(acknowledgement, answer.body);
  say(
    `  citizen    submits ${code} → ${statusText}; reception answers by ${clockTime(answerBy)} (8 working hours, NĐ 45/2020)`,
  );
  return code;
}

/** The officer of the task decides it, as its phase and workflow allow: always the direct way. */
async function decide({ apiUrl, say }: DemoDeps, id: string): Promise<z.infer<typeof decisionReceipt>> {
  const overseer = await devClient(apiUrl, {
    kind: 'officer',
    id: 'theodoi.h44',
    unit: 'H44',
    roles: ['overseer'],
  });
  const task = z.parse(taskView, (await overseer.get(`/v1/tasks/${id}`)).body);
  const officer = await devClient(apiUrl, {
    kind: 'officer',
    id: `${task.role}.demo`,
    unit: task.unit,
    roles: [task.role],
  });
  const dossier = z.parse(dossierView, (await officer.get(`/v1/dossiers/${task.dossier}`)).body);
  const decision = straightWay(task, dossier.amountDue ?? 0);
  const { body } = await officer.post(`/v1/tasks/${id}/decision`, decision);
  const receipt = z.parse(decisionReceipt, body);
  const due = receipt.dossier.dueOn === null ? '' : `, promised ${receipt.dossier.dueOn}`;
  say(
    `  ${task.role.padEnd(10)} ${decision.decision} at “${task.name}” (due ${clockTime(task.dueAt)}) → ${receipt.dossier.handling}${due}`,
  );
  return receipt;
}

function straightWay(
  task: z.infer<typeof taskView>,
  amount: number,
): { decision: string } & Record<string, unknown> {
  switch (task.phase) {
    case 'reception':
      return { decision: 'accept' };
    case 'payment':
      return { decision: 'recordPayment', amount, method: 'cash', receipt: 'BL-0001' };
    case 'step':
      return task.decisions.includes('forward')
        ? { decision: 'forward' }
        : { decision: 'approve', text: 'Hồ sơ đủ điều kiện. Đồng ý giải quyết theo đề nghị.' };
    case 'signature':
      // A signer names the proposal that they have read.
      return task.proposal
        ? { decision: 'approve', proposal: task.proposal.digest }
        : { decision: 'forward' };
    default:
      return { decision: 'handOver' };
  }
}

/** Why the date is that date, day by day, from the dossier’s own ledger. */
async function explainDue({ say }: DemoDeps, citizen: ApiClient, code: string): Promise<void> {
  const { body } = await citizen.get(`/v1/dossiers/${code}/deadline`);
  const { entries, dueAt } = z.parse(dossierDeadline, body);
  const days = entries.map(
    entry => `${entry.date.slice(8)}/${entry.date.slice(5, 7)} ${entry.counted === false ? '–' : '+'}`,
  );
  say(`             why ${dueAt ? clockTime(dueAt) : ''}: ${days.join(' ')} (+ counted, – not)`);
}

/** Waits for the result, fetches it under its expiring link, and checks that its bytes have the registered hash. */
async function collect({ say }: DemoDeps, citizen: ApiClient, code: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const dossier = z.parse(dossierView, (await citizen.get(`/v1/dossiers/${code}`)).body);
    const [result] = z.parse(resultList, (await citizen.get(`/v1/dossiers/${code}/results`)).body).items;
    const file = dossier.handling === 'returned' && result ? await fetch(result.url) : undefined;
    // If time runs fast, a link may expire before it is followed: the next one is as good.
    if (file?.ok && result) {
      const bytes = Buffer.from(await file.arrayBuffer());
      say(
        `  system     issues ${result.number} (${bytes.length} bytes, SHA-256 ${result.sha256.slice(0, 12)}…) → ${dossier.statusText}, ${dossier.timeliness ?? ''}`,
      );
      return;
    }
    if (Date.now() > until)
      throw new HostError(
        `The result of ${code} was not there after ${PATIENCE / 1000} s; see logs in the data folder.`,
      );
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
