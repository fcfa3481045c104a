import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { purposeOf } from '../../../functions/domain/money/bank-transfers/purpose-of.ts';
import { acknowledgement } from '../../../schemas/api/dossier.ts';
import { OutsideClient, type Wire } from '../../end-to-end/outside-client.ts';
import type { StubbornClient } from '../stubborn-client.ts';
import type { Gateways } from './gateways.ts';

/** Costs 150.000 đồng, to be paid before it is examined. */
export const PROCEDURE = '1.001612';
export const FEE = 150_000;
const CITIZEN = '025090000001';
const reason = 'Nộp thừa, đề nghị hoàn trả';
/** How often something is tried that somebody else may be quicker at. */
const TRIES = 6;

const shown = z.looseObject({
  link: z.string().nullable(),
  payments: z.array(z.looseObject({ amount: z.number() })),
  refundable: z.object({ held: z.number(), received: z.number() }),
});

/** One applicant with one dossier, and the officers who have to do with its money. */
export class Payer {
  readonly client: StubbornClient;
  readonly gateways: Gateways;
  readonly random: () => number;
  readonly unit: string;
  code = '';

  constructor(of: { client: StubbornClient; gateways: Gateways; random: () => number; unit: string }) {
    this.client = of.client;
    this.gateways = of.gateways;
    this.random = of.random;
    this.unit = of.unit;
  }

  async submit(): Promise<void> {
    const portal = await this.client.token({ kind: 'portal', id: 'dvcqg', scopes: SCOPES });
    const answer = await this.client.post('/v1/dossiers', portal, {
      procedure: PROCEDURE,
      channel: 'online',
      receivingUnit: this.unit,
      applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: CITIZEN },
      components: [{ component: 'c1', paperCopies: 1 }],
      returnBy: 'electronic',
    });
    this.code = acknowledgement.parse(fine(answer, 'a submission')).code;
  }

  /** Reception accepts it: from now on it waits for its fee, unless that is paid. */
  async accept(): Promise<void> {
    fine(await this.client.decide(`${this.code}.t1`, { decision: 'accept' }), `accepting ${this.code}`);
  }

  async withdraw(): Promise<void> {
    const citizen = await this.client.token({ kind: 'citizen', id: CITIZEN, level: 2 });
    const path = `/v1/dossiers/${this.code}/withdrawal`;
    fine(await this.client.post(path, citizen, { reason }), `withdrawing ${this.code}`);
  }

  /** The reference of a payment that the platform opened; undefined where it did not, in some tries. */
  async open(tries = 3): Promise<string | undefined> {
    const { link } = await this.money();
    if (link === null) return undefined;
    const key = new URL(link, 'http://x').searchParams.get('key');
    const path = `/v1/payments/${this.code}/${key}/requests`;
    for (let tried = 0; tried < tries; tried++) {
      const { status, body } = await this.#once(path);
      const made = status === 201 ? opened.parse(body) : undefined;
      if (made?.payAt) return made.reference;
      // Without a page it is queued: asked again, it is opened or given up for another.
      const { code } = refusal.parse(body);
      if (code === 'nothing-to-pay') return undefined;
      if (!made && !TRANSIENT.has(code))
        throw new Error(`${this.code}: a payment is not opened: ${status} ${code}`);
      await pause(300 + this.random() * 700);
    }
    return undefined;
  }

  /** Pays on the account, with the purpose of the VietQR code. */
  async transfer(amount: number, times = 1): Promise<string> {
    const purpose = `MBVCB.${Math.floor(this.random() * 1e9)}.${purposeOf(this.code)}.CT tu 0123`;
    return this.gateways.credit({ amount, purpose, dossier: this.code, times });
  }

  async money() {
    const overseer = await this.client.token(OVERSEER);
    const answer = await this.client.send('GET', `/v1/dossiers/${this.code}/payments`, overseer);
    return shown.parse(fine(answer, `the payments of ${this.code}`));
  }

  /** Money goes back: asked, decided and paid out by different officers, each of whom may leave it at that. */
  async refund(of: 'held' | 'received'): Promise<void> {
    const refund = await this.#askBack(of);
    if (refund === undefined || this.random() < 0.1) return;
    const approved = this.random() < 0.85;
    const path = `/v1/dossiers/${this.code}/refunds/${refund}`;
    const decision = { approved, ...(!approved && { reason: 'Thu đúng mức' }) };
    const leader = await this.client.officer(this.unit, 'leader');
    fine(await this.client.post(`${path}/decision`, leader, decision), `deciding ${refund} of ${this.code}`);
    if (!approved || this.random() < 0.15) return;
    const payout = { means: this.random() < 0.5 ? 'cash' : 'transfer', document: 'UNC 01' };
    const reception = await this.client.officer(this.unit, 'reception');
    fine(await this.client.post(`${path}/payout`, reception, payout), `paying ${refund} of ${this.code} out`);
  }

  async #askBack(of: 'held' | 'received'): Promise<string | undefined> {
    const reception = await this.client.officer(this.unit, 'reception');
    for (let tried = 0; tried < TRIES; tried++) {
      const believed = (await this.money()).refundable[of];
      if (believed === 0) return undefined;
      const amount = this.random() < 0.7 ? believed : Math.ceil(believed / 2);
      const order = { amount, of, believed, reason };
      const answer = await this.client.post(`/v1/dossiers/${this.code}/refunds`, reception, order);
      if (answer.status < 300) return asked.parse(answer.body).refunds.at(-1)?.id;
      if (refusal.parse(answer.body).code !== 'refund-stale') fine(answer, `a refund of ${this.code}`);
    }
    return undefined;
  }

  /** Gives money of nobody, by the bank's number, to the dossier. */
  async assign(id: string): Promise<void> {
    const treasurer = await this.client.token(TREASURER);
    const key = Buffer.from(`${this.gateways.bank.account}/${id}`).toString('base64url');
    const path = `/v1/money/unassigned/bank/${key}/assignment`;
    const body = { dossier: this.code, reason: 'Theo ủy nhiệm chi' };
    fine(await this.client.post(path, treasurer, body), `assigning ${id} to ${this.code}`);
  }

  /** Sent again only where nobody answered: a refusal is an answer. */
  async #once(path: string): Promise<Wire> {
    const plain = new OutsideClient(this.client.url, this.random);
    for (let left = 600; ; left--) {
      const answer = await plain.send('POST', path, undefined).catch((error: unknown) => {
        if (left === 0) throw error;
        return undefined;
      });
      const failed = answer === undefined || (answer.status >= 500 && answer.status !== 503);
      if (!failed) return answer;
      await pause(150);
    }
  }
}

const SCOPES = ['dossiers:read', 'dossiers:write'];
const OVERSEER = { kind: 'officer', id: 'theodoi', unit: 'H44', roles: ['overseer'] };
const TREASURER = { kind: 'administrator', id: 'quantri.h44', unit: 'H44' };
const TRANSIENT: ReadonlySet<unknown> = new Set([
  'gateway-unavailable',
  'request-in-progress',
  'version-conflict',
  'too-busy',
]);
const opened = z.looseObject({ reference: z.string(), payAt: z.string().nullable() });
const refusal = z.looseObject({ code: z.string().optional() }).catch({});
const asked = z.looseObject({ refunds: z.array(z.looseObject({ id: z.string() })) });

function fine({ status, body }: Wire, what: string): unknown {
  if (status >= 300) throw new Error(`${what} was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
