import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DecisionContext, NewEvent } from '../../domain/dossier/context.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { type Outcome, sealEvents } from '../../domain/dossier/seal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import type { RulesLoader } from '../rules/rules-loader.ts';
import type { Answer, DossierChange, DossierStore, Refusal } from './dossier-store.ts';
import type { StoredAnswer } from './stored-shapes.ts';

/** Tries when another change came first: the command is decided anew on what stands then. */
const ATTEMPTS = 4;

export interface ChangeDeps {
  readonly dossiers: DossierStore;
  readonly rules: RulesLoader;
}

/** What a command makes of the dossier as it stands: events, and what is committed with them. */
export interface Plan {
  readonly events: readonly NewEvent[];
  readonly files?: readonly string[];
  readonly people?: DossierChange['people'];
  readonly result?: DossierChange['result'];
}

/** A command on a dossier. `plan` refuses with a `ProblemError`; `answer` gives the body that repeats of the request get again. */
export interface Command<B> {
  readonly code: string;
  readonly actor: Actor;
  readonly now: Instant;
  readonly repeat?: { readonly key: string | undefined; readonly requestHash: string };
  readonly plan: (context: DecisionContext) => Plan | Promise<Plan>;
  readonly answer: (outcome: Outcome) => B;
  /** For decisions at a task: which, and the digest they are known again by. */
  readonly decision?: { readonly task: string; readonly digest: string };
}

/** What a command led to. `repeated`: the answer is that of an earlier, equal request, and nothing was changed now. */
export type Changed<B> =
  | { readonly repeated: false; readonly body: B; readonly head: DossierHead; readonly outcome: Outcome }
  | { readonly repeated: true; readonly body: B };

/**
 * Runs a command: loads the dossier and its rules, decides, and commits events, head, tasks and answer in one transaction. When
 * somebody else was quicker it decides again on what stands then; a dossier that does not exist is not found.
 */
export async function changeDossier<B>(deps: ChangeDeps, command: Command<B>): Promise<Changed<B>> {
  return orRepeated<B, Changed<B>>(deps.dossiers, command, () => decideAndCommit(deps, command));
}

/** The same for a caller who looks for earlier answers itself. */
export async function decideAndCommit<B>(deps: ChangeDeps, command: Command<B>): Promise<Changed<B>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await deps.dossiers.find(command.code);
    if (!found) throw nothingHere();
    const { head, labels } = found;
    const rules = await deps.rules.load(head.rules);
    const context: DecisionContext = { head, rules, actor: command.actor, now: command.now };
    const { events, ...committed } = await command.plan(context);
    const outcome = sealEvents({ code: head.code, head }, events, command);
    const body = command.answer(outcome);
    const refusal = await deps.dossiers.commit({
      before: head,
      outcome,
      labels,
      ...committed,
      answer: answerOf(command, 200, body),
      decision: command.decision && { ...command.decision, receipt: JSON.stringify(body) },
    });
    if (!refusal) return { repeated: false, body, head: outcome.head, outcome };
    if (refusal.refused === 'answered') return repeatOrRefuse<B>(command.repeat?.requestHash, refusal.answer);
    if (refusal.refused === 'file') throw fileRefused(refusal);
  }
  throw new ProblemError('version-conflict', {
    vi: 'Hồ sơ đang được nhiều người thay đổi cùng lúc; hãy thử lại.',
    en: 'Others keep changing this dossier; try again.',
  });
}

/**
 * Gives a repeated request the answer of the first. Two equal requests may also arrive together: the one that comes second is refused
 * by what the first has changed, and only then finds its answer.
 */
export async function orRepeated<B, R>(
  dossiers: Pick<DossierStore, 'answered'>,
  request: Pick<Command<B>, 'actor' | 'repeat'>,
  work: () => Promise<R>,
): Promise<R | { repeated: true; body: B }> {
  const earlier = await repeatedAnswer<B>(dossiers, request);
  if (earlier) return earlier;
  try {
    return await work();
  } catch (error) {
    const first = await repeatedAnswer<B>(dossiers, request);
    if (first) return first;
    throw error;
  }
}

/** The answer to keep for repeats, when the request has an idempotency key. */
export function answerOf(
  command: Pick<Command<unknown>, 'actor' | 'repeat'>,
  status: number,
  body: unknown,
): Answer | undefined {
  const { repeat, actor } = command;
  if (repeat?.key === undefined) return undefined;
  return { caller: describeActor(actor), key: repeat.key, requestHash: repeat.requestHash, status, body };
}

/** The answer an earlier request with the same key got, if there was one. The same key with another request is refused. */
async function repeatedAnswer<B>(
  dossiers: Pick<DossierStore, 'answered'>,
  command: Pick<Command<B>, 'actor' | 'repeat'>,
): Promise<{ repeated: true; body: B } | undefined> {
  if (command.repeat?.key === undefined) return undefined;
  const answer = await dossiers.answered(describeActor(command.actor), command.repeat.key);
  return answer && repeatOrRefuse<B>(command.repeat.requestHash, answer);
}

export function repeatOrRefuse<B>(
  requestHash: string | undefined,
  answer: StoredAnswer,
): { repeated: true; body: B } {
  if (answer.requestHash !== requestHash) {
    throw new ProblemError('idempotency-key-reused', {
      vi: 'Khóa chống trùng (Idempotency-Key) này đã dùng cho yêu cầu khác.',
      en: 'This Idempotency-Key was used with another request.',
    });
  }
  if ('heldUntil' in answer) {
    throw new ProblemError('request-in-progress', {
      vi: 'Yêu cầu này đang được xử lý; hãy gửi lại với cùng khóa chống trùng (Idempotency-Key) để nhận câu trả lời.',
      en: 'This request is being worked on: send it again with the same Idempotency-Key to get its answer.',
    });
  }
  // What was kept is what `answer` gave for the same request.
  return { repeated: true, body: answer.body as B };
}

export function fileRefused(refusal: Extract<Refusal, { refused: 'file' }>): ProblemError {
  return new ProblemError('file-in-use', {
    vi: `Tệp ${refusal.file} vừa được dùng cho hồ sơ khác.`,
    en: `${refusal.file} was taken by another dossier meanwhile.`,
  });
}
