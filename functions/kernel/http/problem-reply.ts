import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '../../../schemas/api/problem.ts';
import { type ProblemCode, problemCodes } from '../../../schemas/api/problem-codes.ts';
import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Language, Words } from '../../../schemas/words.ts';
import { isThrottled } from '../retry/throttled.ts';
import { tooBusy } from '../table/too-busy.ts';

/** The answer to a refusal or failure, and whether it is a fault of ours to be logged as an error. */
export interface Mapped {
  readonly reply: APIGatewayProxyStructuredResultV2;
  readonly problem: Problem;
  readonly ours: boolean;
}

/** Most fields at fault that one answer names: whoever has more mends those first. */
const MOST_FAULTS = 50;

const RECORDED: Words = { vi: 'Đã ghi nhận lỗi.', en: 'The error was recorded.' };

function inLanguage({ pointer, message }: FieldFault, language: Language) {
  return { pointer, message: message[language] };
}

/** Whether something thrown is a refusal: an answer to the caller and no fault of ours. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError;
}

/** Turns anything thrown into application/problem+json. Unknown errors reveal nothing of their content. */
export function problemReply(
  error: unknown,
  context: { language: 'vi' | 'en'; requestId: string; now: number },
): Mapped {
  const refusal = isThrottled(error) ? tooBusy(error) : error;
  const known = refusal instanceof ProblemError ? refusal : undefined;
  const code = known?.code ?? 'internal';
  const { status, [context.language]: title } = problemCodes[code];
  const problem: Problem = {
    ...known?.facts,
    type: `urn:motcua:problem:${code}`,
    title,
    status,
    detail: (known?.detail ?? RECORDED)[context.language],
    code,
    requestId: context.requestId,
    ...(known &&
      known.faults.length > 0 && {
        errors: known.faults.slice(0, MOST_FAULTS).map(fault => inLanguage(fault, context.language)),
      }),
  };
  return {
    problem,
    ours: known === undefined || code === 'access-unrecorded' || code === 'ledger-broken',
    reply: {
      statusCode: status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': context.language,
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
        ...retryAfter(known?.until, code, context.now),
      },
      body: JSON.stringify(problem),
    },
  };
}

/** When to try again, in seconds: at the instant the refusal names; soon, if all it takes is a less busy moment. */
function retryAfter(until: number | undefined, code: ProblemCode, now: number): { 'retry-after'?: string } {
  if (until !== undefined) return { 'retry-after': String(Math.max(1, Math.ceil((until - now) / 1000))) };
  const passes = problemCodes[code].status === 503 || code === 'request-in-progress';
  return passes ? { 'retry-after': '2' } : {};
}
