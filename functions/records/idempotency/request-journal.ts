import type { Instant } from '../../domain/vietnam-time.ts';
import { isRefusal } from '../../kernel/http/problem-reply.ts';
import { AGAIN, type Pauses, type RetryPolicy, realPauses, retry } from '../../kernel/retry/retry.ts';
import type { Table } from '../../kernel/table/table.ts';
import { repeatOrRefuse, underWay } from '../commands/repeats.ts';
import { type Attempt, attemptOf, onlyAttempt } from './attempt.ts';
import { dynamoLeasedRequests } from './dynamo-leased-requests.ts';
import type { KeyedRequest, Lease, LeasedRequests } from './leased-requests.ts';

interface Request {
  readonly caller: string;
  readonly repeat: { readonly key: string | undefined; readonly requestHash: string };
  readonly now: Instant;
}

/**
 * Processes each request with an idempotency key once at a time, and keeps its answer. For work that is not a single
 * dossier command: a command claims its key in its own transaction.
 */
export interface RequestJournal {
  once<B>(request: Request, work: (attempt: Attempt) => Promise<B>): Promise<B>;
}

/** How long an equal request waits for the first one before it is told to retry: three seconds on average. */
const looking: RetryPolicy = { tries: 12, first: 50, longest: 750 };

export function requestJournal(requests: LeasedRequests, pauses: Pauses = realPauses): RequestJournal {
  /** The lease, as soon as it is free, or the answer of its previous holder. */
  async function leaseOrAnswer<B>(request: KeyedRequest, now: Instant): Promise<Lease | { answer: B }> {
    const settled = await retry<Lease | { answer: B }>(
      async ({ waited }) => {
        const taken = await requests.take(request, now + waited);
        if ('lease' in taken) return taken.lease;
        const { kept } = taken;
        const unsettled = 'heldUntil' in kept && kept.requestHash === request.requestHash;
        return unsettled ? AGAIN : { answer: repeatOrRefuse<B>(request.requestHash, kept) };
      },
      looking,
      pauses,
    );
    if (settled !== AGAIN) return settled;
    throw underWay();
  }

  return {
    async once<B>({ caller, repeat, now }: Request, work: (attempt: Attempt) => Promise<B>): Promise<B> {
      if (repeat.key === undefined) return work(onlyAttempt(now));
      const request = { caller, key: repeat.key, requestHash: repeat.requestHash };
      const lease = await leaseOrAnswer<B>(request, now);
      if ('answer' in lease) return lease.answer;
      const attempt = attemptOf(lease, {
        again: lease.again,
        keeps: reply => [requests.keeping(request, reply, now)],
      });
      let reply: B;
      try {
        reply = await work(attempt);
      } catch (error) {
        // An earlier try, or one beside it after its lease expired, may have kept its answer with its work.
        const answer = await requests.answer(request);
        if (answer) return repeatOrRefuse<B>(request.requestHash, answer);
        // A refusal undid its work and frees the key; after a fault, the next try finds what was left behind. If even
        // this write fails, the lease expires.
        await requests.end(lease, isRefusal(error) ? 'free' : 'again', now).catch(() => undefined);
        throw error;
      }
      return repeatOrRefuse<B>(request.requestHash, await requests.keep(request, reply, now));
    },
  };
}

/** The journal in the table. */
export function dynamoRequestJournal(table: Table): RequestJournal {
  return requestJournal(dynamoLeasedRequests(table));
}
