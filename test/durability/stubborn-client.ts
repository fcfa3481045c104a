import { setTimeout as pause } from 'node:timers/promises';
import { OutsideClient, type Wire } from '../end-to-end/outside-client.ts';

/** A write that was answered with success: what was asked, and the answer. */
export interface Acknowledged {
  readonly path: string;
  readonly request: unknown;
  readonly answer: unknown;
}

/** What all clients of a run did together. */
export interface Traffic {
  requests: number;
  /** Sent with a key that was sent before, on purpose or because no answer came. */
  repeats: number;
  /** Requests that died with the host. */
  deadConnections: number;
  /** Answers 500 and above, sent again too. */
  faults: number;
  answers: number;
  readonly acknowledged: Acknowledged[];
  readonly keys: Set<string>;
  readonly tokens: Map<string, Promise<string>>;
  /** Called after each answer. */
  onAnswer: () => void;
}

export function noTraffic(): Traffic {
  const counts = { requests: 0, repeats: 0, deadConnections: 0, faults: 0, answers: 0 };
  return { ...counts, acknowledged: [], keys: new Set(), tokens: new Map(), onAnswer: () => undefined };
}

const A_YEAR_IN_SECONDS = 365 * 86_400;

/** Real milliseconds for which a client keeps asking a host that does not answer. */
const PATIENCE = 90_000;

/** The rough client, which also asks until it is answered: the same request with the same key, however often the host dies under it. */
export class StubbornClient extends OutsideClient {
  readonly #traffic: Traffic;

  constructor(url: string, random: () => number, traffic: Traffic) {
    super(url, random);
    this.#traffic = traffic;
  }

  /** Tokens that outlast the run, however fast its time runs; shared by all clients. */
  override token(request: Record<string, unknown>): Promise<string> {
    const name = JSON.stringify(request);
    const known = this.#traffic.tokens.get(name);
    if (known) return known;
    const fresh = super.token({ ...request, ttlSeconds: A_YEAR_IN_SECONDS });
    this.#traffic.tokens.set(name, fresh);
    return fresh;
  }

  override async send(
    method: string,
    path: string,
    token: string | undefined,
    body?: unknown,
    key?: string,
  ): Promise<Wire> {
    const traffic = this.#traffic;
    const limit = performance.now() + PATIENCE;
    for (;;) {
      traffic.requests += 1;
      if (key !== undefined && traffic.keys.has(key)) traffic.repeats += 1;
      if (key !== undefined) traffic.keys.add(key);
      const answer = await super.send(method, path, token, body, key).catch((error: unknown) => {
        if (performance.now() > limit) throw error;
        return undefined;
      });
      if (answer === undefined) traffic.deadConnections += 1;
      else if (answer.status < 500 || performance.now() > limit) {
        traffic.answers += 1;
        traffic.onAnswer();
        return answer;
      } else traffic.faults += 1;
      await pause(100);
    }
  }

  override async post(path: string, token: string, body: unknown): Promise<Wire> {
    const answer = await super.post(path, token, body);
    if (answer.status < 300) {
      this.#traffic.acknowledged.push({ path, request: body, answer: answer.body });
    }
    return answer;
  }
}
