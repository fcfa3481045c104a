import type { Answer, Target } from './target.ts';

/** The starter province's simplest procedure of a ward, and two of its wards. */
export const PROCEDURE = '1.013225';
export const UNIT = 'H44.101';
export const OTHER_UNIT = 'H44.102';

export const VICTIM = { kind: 'person', name: 'Phạm Thị Nạn', identityNumber: '025190009911' };

/** An online submission by the victim, with paper copies in place of files. */
const SUBMISSION = {
  procedure: PROCEDURE,
  channel: 'online',
  receivingUnit: UNIT,
  applicant: VICTIM,
  returnBy: 'electronic',
};

/** The procedure's required components, read once. */
let components: readonly { component: string; paperCopies: number }[] | undefined;

export async function submit(target: Target, token: string, own: object = {}): Promise<Answer> {
  if (!components) {
    const { body } = await target.send('GET', `/v1/procedures/${PROCEDURE}`);
    const required: { id: string; required: boolean }[] = body.procedure.components;
    components = required
      .filter(({ required: needed }) => needed)
      .map(({ id }) => ({ component: id, paperCopies: 1 }));
  }
  return target.send('POST', '/v1/dossiers', { token, body: { ...SUBMISSION, components, ...own } });
}

/** The code of a dossier of the victim's, newly filed. Throws if it was not taken. */
export async function filed(target: Target): Promise<{ code: string; owner: string }> {
  const owner = await target.token({ kind: 'citizen', id: VICTIM.identityNumber, level: 2 });
  const { status, body, text } = await submit(target, owner);
  if (status !== 201)
    throw new Error(`the dossier to attack was not taken (${status}): ${text.slice(0, 300)}`);
  return { code: body.code, owner };
}

/** Decides the task a dossier waits for, as an officer of that role. Throws if it was refused. */
export async function decide(
  target: Target,
  task: string,
  role: string,
  body: object,
): Promise<Answer['body']> {
  const token = await target.officer(`${role}.tancong`, UNIT, role);
  const answer = await target.send('POST', `/v1/tasks/${task}/decision`, { token, body });
  if (answer.status !== 200) throw new Error(`${task} was not decided (${answer.status}): ${answer.text}`);
  return answer.body;
}
