import * as z from 'zod';
import { acknowledgement, resultList } from '../../schemas/api/dossier.ts';
import { decisionReceipt } from '../../schemas/api/task.ts';
import { uploadTicket } from '../../schemas/api/upload.ts';
import { samplePaper } from '../../start/demo/sample-paper.ts';
import type { HttpClient, HttpRequest, Timed } from './http-client.ts';

/**
 * The plain dossier: a death registration (đăng ký khai tử, 1.000656) in a commune, submitted online with one file, accepted,
 * proposed, signed, returned electronically. Each officer looks at the work list and opens the task before deciding; the citizen
 * reads the dossier and fetches the result.
 */
const PROCEDURE = '1.000656';
const CITIZEN = '025090000001';
const OFFICERS = [
  { role: 'reception', phase: 'reception', decision: { decision: 'accept' } },
  {
    role: 'handler',
    phase: 'step',
    decision: { decision: 'approve', text: 'Hồ sơ đủ điều kiện. Đồng ý giải quyết.' },
  },
  { role: 'signer', phase: 'signature', decision: { decision: 'approve' } },
] as const;

export type Operation = 'upload' | 'submit' | 'work list' | 'get task' | 'decide' | 'get' | 'results';

/** What a client of the bench is given. */
export interface DossierClient {
  readonly apiUrl: string;
  readonly http: HttpClient;
  /** Told of each answer of the API. */
  readonly onAnswer: (operation: Operation, answer: Timed) => void;
  /** Called after each request of a step, before the next; counting waits there until all is quiet. */
  readonly pause: () => Promise<void>;
}

const paper = samplePaper('Giay bao tu');
const parsed = <T extends z.ZodType>(schema: T, { body }: Timed): z.output<T> =>
  z.parse(schema, JSON.parse(body.toString()));

/** Who submits: the citizen, or a portal for them. */
export type Submitter = 'citizen' | 'portal';

/** The portal that submits. */
export const PORTAL = { kind: 'portal', id: 'dvcqg', scopes: ['dossiers:read', 'dossiers:write'] };

/** Walks dossiers through one unit (code), with tokens of its own. */
export async function openWalker(client: DossierClient, unit: string, submitter: Submitter = 'citizen') {
  const token = async (identity: Record<string, unknown>) => {
    const answer = await client.http.send({
      method: 'POST',
      url: `${client.apiUrl}/dev/tokens`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...identity, ttlSeconds: 86_400 }),
    });
    return parsed(z.looseObject({ token: z.string() }), answer).token;
  };
  const citizen = await token({ kind: 'citizen', id: CITIZEN, level: 2, name: unit });
  const sender = submitter === 'portal' ? await token(PORTAL) : citizen;
  const officers = await Promise.all(
    OFFICERS.map(async officer => ({
      ...officer,
      token: await token({ kind: 'officer', id: `${officer.role}.${unit}`, unit, roles: [officer.role] }),
    })),
  );
  const call = async (operation: Operation, method: string, path: string, by: string, body?: unknown) => {
    const answer = await sendOk(client.http, {
      method,
      url: client.apiUrl + path,
      headers: {
        authorization: `Bearer ${by}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(operation === 'submit' && { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    client.onAnswer(operation, answer);
    await client.pause();
    return answer;
  };

  return {
    /** From the upload to the signature; gives the dossier's code. */
    async walk(): Promise<string> {
      const declared = await call('upload', 'POST', '/v1/uploads', sender, {
        fileName: 'giay-bao-tu.pdf',
        contentType: 'application/pdf',
        size: paper.bytes.length,
        sha256: paper.sha256,
      });
      const ticket = parsed(uploadTicket, declared);
      await sendOk(client.http, { ...ticket, body: paper.bytes });
      await client.pause();
      const submitted = await call('submit', 'POST', '/v1/dossiers', sender, {
        procedure: PROCEDURE,
        channel: 'online',
        receivingUnit: unit,
        applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN },
        components: [{ component: 'c1', files: [ticket.id] }],
        returnBy: 'electronic',
      });
      const { code } = parsed(acknowledgement, submitted);
      let task: string | null = `${code}.t1`;
      let confirms = {};
      for (const { phase, token: by, decision } of officers) {
        await call('work list', 'GET', `/v1/tasks?phase=${phase}`, by);
        await call('get task', 'GET', `/v1/tasks/${task}`, by);
        const receipt: z.infer<typeof decisionReceipt> = parsed(
          decisionReceipt,
          await call('decide', 'POST', `/v1/tasks/${task}/decision`, by, { ...decision, ...confirms }),
        );
        confirms = receipt.proposal === null ? {} : { proposal: receipt.proposal.digest };
        task = receipt.nextTask;
      }
      return code;
    },
    /** The citizen's part at the end; false when the result is not there yet. */
    async collect(code: string): Promise<boolean> {
      const answer = await call('get', 'GET', `/v1/dossiers/${code}`, citizen);
      if (parsed(z.looseObject({ handling: z.string() }), answer).handling !== 'returned') return false;
      const list = await call('results', 'GET', `/v1/dossiers/${code}/results`, citizen);
      const [result] = parsed(resultList, list).items;
      if (!result) throw new Error(`${code} is returned without a result.`);
      await sendOk(client.http, { method: 'GET', url: result.url });
      await client.pause();
      return true;
    },
  };
}

/** The service failed to answer a request: the dossier is given up, and counted. */
export class ServiceFailure extends Error {}

async function sendOk(http: HttpClient, request: HttpRequest): Promise<Timed> {
  const answer = await http.send(request);
  if (answer.status < 300) return answer;
  const path = new URL(request.url).pathname;
  const what = `${request.method} ${path} answered ${answer.status}: ${answer.body.toString().slice(0, 500)}`;
  throw answer.status >= 500 ? new ServiceFailure(what) : new Error(what);
}
