import { createHash } from 'node:crypto';
import * as z from 'zod';
import { acknowledgement, dossierView, resultList } from '../../../schemas/api/dossier.ts';
import { historyEntry } from '../../../schemas/api/history.ts';
import { pageOf } from '../../../schemas/api/paging.ts';
import { decisionReceipt, taskView } from '../../../schemas/api/task.ts';
import { ApiClient } from '../../../start/api-client.ts';
import { type SamplePaper, samplePaper } from '../../../start/demo/sample-paper.ts';
import { uploadPaper } from '../../../start/demo/upload-paper.ts';
import type { Report } from '../report.ts';
import { type Callers, CITIZEN, UNIT } from './callers.ts';
import { eventually } from './eventually.ts';

/** The building permit of a house, which a ward decides: the dossier of the README. */
const PROCEDURE = '1.013225';
const COMPONENTS = ['c1', 'c2', 'c7'];

/** Walks a plain dossier from its papers to its result, and answers its code. */
export async function walkDossier(callers: Callers, report: Report): Promise<string> {
  const citizen = await callers.citizen();
  const paper = samplePaper('A paper of the dossier');
  const files = await report.holds('a citizen uploads papers under presigned links; each is judged', () =>
    Promise.all(COMPONENTS.map(component => uploadPaper(citizen, `${component}.pdf`, paper))),
  );
  const code = await report.holds('the citizen submits, and the same key gives the same answer', () =>
    submit(citizen, files),
  );
  report.say(`           ${code}`);
  await report.holds('reception finds it in its work list, with its paper', () =>
    findPaper(callers, code, paper),
  );
  await report.holds('every decision, from reception to signature', () => decideAll(callers, code));
  await report.holds(
    'the machine issues the result and returns it; its bytes have the registered digest',
    () => collect(citizen, code),
  );
  await report.holds('anybody may track it, and verify the result', () => verify(callers, citizen, code));
  return code;
}

async function submit(citizen: ApiClient, files: readonly string[]): Promise<string> {
  const body = {
    procedure: PROCEDURE,
    channel: 'online',
    receivingUnit: UNIT,
    returnBy: 'electronic',
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN },
    components: COMPONENTS.map((component, index) => ({ component, files: [files[index]] })),
  };
  const [first, again] = [
    z.parse(acknowledgement, (await citizen.post('/v1/dossiers', body, 'outside-1')).body),
    z.parse(acknowledgement, (await citizen.post('/v1/dossiers', body, 'outside-1')).body),
  ];
  if (first.code !== again.code) throw new Error(`${first.code} at first, then ${again.code}`);
  return first.code;
}

async function findPaper(callers: Callers, code: string, paper: SamplePaper): Promise<void> {
  const reception = await callers.officer('reception');
  const list = JSON.stringify((await reception.get('/v1/tasks?phase=reception')).body);
  if (!list.includes(code)) throw new Error(`${code} is not among ${list}`);
  const { components } = z.parse(dossierView, (await reception.get(`/v1/dossiers/${code}`)).body);
  const file = components[0]?.files?.[0]?.id;
  const { body } = await reception.get(`/v1/dossiers/${code}/files/${file}`);
  await fetched(z.parse(z.object({ url: z.url() }), body).url, paper.sha256);
}

/** The straight way: whoever has the task decides it as its step allows. */
async function decideAll(callers: Callers, code: string): Promise<string> {
  const overseer = await callers.officer('overseer', 'H44');
  const made: string[] = [];
  for (let id: string | null = `${code}.t1`; id !== null; ) {
    const task: z.infer<typeof taskView> = z.parse(taskView, (await overseer.get(`/v1/tasks/${id}`)).body);
    const officer = await callers.officer(task.role, task.unit);
    const { body } = await officer.post(`/v1/tasks/${id}/decision`, straightWay(task));
    const receipt = z.parse(decisionReceipt, body);
    made.push(`${task.role} ${receipt.decision}`);
    id = receipt.nextTask;
  }
  return made.join(', ');
}

function straightWay({ phase, decisions, proposal }: z.infer<typeof taskView>): Record<string, unknown> {
  if (phase === 'reception') return { decision: 'accept' };
  if (phase === 'step' && !decisions.includes('forward'))
    return { decision: 'approve', text: 'Hồ sơ đủ điều kiện. Đồng ý giải quyết theo đề nghị.' };
  if (phase === 'signature' && proposal) return { decision: 'approve', proposal: proposal.digest };
  return { decision: 'forward' };
}

async function collect(citizen: ApiClient, code: string): Promise<string> {
  await eventually('the result is returned', async () => {
    const { handling } = z.parse(dossierView, (await citizen.get(`/v1/dossiers/${code}`)).body);
    return handling === 'returned';
  });
  const { items } = z.parse(resultList, (await citizen.get(`/v1/dossiers/${code}/results`)).body);
  const [result] = items;
  if (!result) throw new Error('returned, and no result is listed');
  await fetched(result.url, result.sha256);
  const unsigned = await fetch(result.url.replace(/\?.*$/, ''));
  if (unsigned.status !== 403) throw new Error(`without its signature the link answers ${unsigned.status}`);
  return result.number;
}

async function verify({ api }: Callers, citizen: ApiClient, code: string): Promise<void> {
  const { items } = z.parse(resultList, (await citizen.get(`/v1/dossiers/${code}/results`)).body);
  const anybody = new ApiClient(api);
  const track = JSON.stringify((await anybody.get(`/v1/track/${code}`)).body);
  if (!track.includes('"returned"')) throw new Error(track);
  const { number, sha256, verificationCode } = items[0] ?? {};
  for (const held of [`sha256=${sha256}`, `code=${verificationCode}`]) {
    const verified = JSON.stringify((await anybody.get(`/v1/results/${number}/verify?${held}`)).body);
    if (!verified.includes('"genuine":true')) throw new Error(verified);
  }
}

/** What happened to a dossier, by the types of its events. */
export async function historyOf(citizen: ApiClient, code: string): Promise<readonly string[]> {
  const { body } = await citizen.get(`/v1/dossiers/${code}/history?limit=100`);
  return z.parse(pageOf(historyEntry), body).items.map(({ data }) => data.type);
}

/** Follows a presigned link, and compares what it gives. */
async function fetched(url: string, sha256: string): Promise<void> {
  const answer = await fetch(url);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${bytes.toString().slice(0, 500)}`);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== sha256) throw new Error(`SHA-256 is ${digest}, registered is ${sha256}`);
}
