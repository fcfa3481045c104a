import * as z from 'zod';
import { dossierView } from '../../schemas/api/dossier.ts';
import { taskView } from '../../schemas/api/task.ts';
import { ledgerEvent } from '../../schemas/dossier/event.ts';

/** An answer as it came over the wire. */
export interface Wire {
  readonly status: number;
  readonly body: unknown;
}

/** A client as rough as the world: sends some requests twice, some again after an answer, some at the same moment. */
export class OutsideClient {
  readonly url: string;
  readonly #random: () => number;
  readonly #tokens = new Map<string, string>();

  constructor(url: string, random: () => number) {
    this.url = url;
    this.#random = random;
  }

  async token(request: Record<string, unknown>): Promise<string> {
    const name = JSON.stringify(request);
    const known = this.#tokens.get(name);
    if (known) return known;
    const { body } = await this.send('POST', '/dev/tokens', undefined, request);
    const { token } = z.looseObject({ token: z.string() }).parse(body);
    this.#tokens.set(name, token);
    return token;
  }

  async send(
    method: string,
    path: string,
    token: string | undefined,
    body?: unknown,
    key?: string,
  ): Promise<Wire> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Posts with an idempotency key, roughly: every answer to the same request must be the same. */
  async post(path: string, token: string, body: unknown): Promise<Wire> {
    const key = `k-${Math.floor(this.#random() * 2 ** 50)}`;
    const times = this.#random() < 0.3 ? 2 : 1;
    const once = () => this.send('POST', path, token, body, key);
    const answers = await Promise.all(Array.from({ length: times }, once));
    if (this.#random() < 0.2) answers.push(await once());
    const settled = answers.filter(({ status }) => status !== 503);
    const first = settled[0] ?? answers[0];
    if (!first) throw new Error('nothing was answered');
    for (const answer of settled) {
      if (JSON.stringify(answer) !== JSON.stringify(first)) {
        throw new Error(
          `${path}: a repeat was answered ${JSON.stringify(answer)} after ${JSON.stringify(first)}`,
        );
      }
    }
    return first;
  }

  officer(unit: string, role: string): Promise<string> {
    return this.token({ kind: 'officer', id: `${role}.${unit.toLowerCase()}`, unit, roles: [role] });
  }

  async dossier(code: string) {
    const token = await this.token({ kind: 'officer', id: 'theodoi', unit: 'H44', roles: ['overseer'] });
    return z.parse(dossierView, (await this.send('GET', `/v1/dossiers/${code}`, token)).body);
  }

  async task(id: string) {
    const token = await this.token({ kind: 'officer', id: 'theodoi', unit: 'H44', roles: ['overseer'] });
    return z.parse(taskView, (await this.send('GET', `/v1/tasks/${id}`, token)).body);
  }

  /** The digest of what is proposed at a task. */
  async proposalAt(id: string): Promise<string | undefined> {
    return (await this.task(id)).proposal?.digest;
  }

  /** Decides a task as an officer who may. */
  async decide(id: string, decision: Record<string, unknown>): Promise<Wire> {
    const task = await this.task(id);
    return this.post(`/v1/tasks/${id}/decision`, await this.officer(task.unit, task.role), decision);
  }

  /** The whole ledger, page by page. */
  async history(code: string) {
    const token = await this.token({ kind: 'officer', id: 'theodoi', unit: 'H44', roles: ['overseer'] });
    const page = z.strictObject({ items: z.array(ledgerEvent), nextCursor: z.string().nullable() });
    const events = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`;
      const { items, nextCursor }: z.infer<typeof page> = z.parse(
        page,
        (await this.send('GET', `/v1/dossiers/${code}/history${query}`, token)).body,
      );
      events.push(...items);
      cursor = nextCursor;
    }
    return events;
  }

  /** Waits, for at most some seconds of real time, until a dossier is as it should be. */
  async until(code: string, test: (dossier: Awaited<ReturnType<OutsideClient['dossier']>>) => boolean) {
    const limit = Date.now() + 30_000;
    for (;;) {
      const dossier = await this.dossier(code);
      if (test(dossier)) return dossier;
      if (Date.now() > limit) throw new Error(`${code} stays ${dossier.handling}, ${dossier.delivery}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/** A small seeded source of numbers in [0, 1), so that a failing run can be run again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
