import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredAnswer } from '../../../schemas/stored/request.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import type { Answer } from './case-store.ts';
import type { Repeatable } from './command.ts';

/** Where answers to idempotency keys are kept. */
interface Answers {
  answered(caller: string, key: string): Promise<StoredAnswer | undefined>;
}

/**
 * Gives a repeated request the answer of the first. If two equal requests arrive together, the second is refused
 * because of what the first has changed, and only then finds its answer.
 */
export async function orRepeated<B, R>(
  answers: Answers,
  request: Repeatable,
  work: () => Promise<R>,
): Promise<R | { repeated: B }> {
  const earlier = await repeatedAnswer<B>(answers, request);
  if (earlier) return earlier;
  try {
    return await work();
  } catch (error) {
    const first = await repeatedAnswer<B>(answers, request);
    if (first) return first;
    throw error;
  }
}

/** The answer to keep for repeats, if the request has an idempotency key. */
export function answerOf({ repeat, actor }: Repeatable, status: number, body: unknown): Answer | undefined {
  if (repeat?.key === undefined) return undefined;
  return { caller: describeActor(actor), key: repeat.key, requestHash: repeat.requestHash, status, body };
}

/** The answer to an earlier request with the same key, if any. The same key with another request is refused. */
async function repeatedAnswer<B>(
  answers: Answers,
  { repeat, actor }: Repeatable,
): Promise<{ repeated: B } | undefined> {
  if (repeat?.key === undefined) return undefined;
  const answer = await answers.answered(describeActor(actor), repeat.key);
  return answer && { repeated: repeatOrRefuse<B>(repeat.requestHash, answer) };
}

export function repeatOrRefuse<B>(requestHash: string | undefined, answer: StoredAnswer): B {
  if (answer.requestHash !== requestHash) {
    throw new ProblemError('idempotency-key-reused', {
      vi: 'Khóa chống trùng (Idempotency-Key) này đã dùng cho yêu cầu khác.',
      en: 'This Idempotency-Key was already used for another request.',
    });
  }
  if ('heldUntil' in answer) throw underWay();
  // The stored answer is what `answer` returned for the same request.
  return answer.body as B;
}

/** An equal request is in progress and has no answer yet. */
export function underWay(): ProblemError {
  return new ProblemError('request-in-progress', {
    vi: 'Yêu cầu này đang được xử lý; hãy gửi lại với cùng khóa chống trùng (Idempotency-Key) để nhận kết quả.',
    en: 'This request is still being processed: send it again with the same Idempotency-Key to get its answer.',
  });
}
