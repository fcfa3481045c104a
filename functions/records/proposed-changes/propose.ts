import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { ChangeContent } from '../../../schemas/stored/proposed-change.ts';
import type { Language } from '../../../schemas/words.ts';
import { type Plan, proposedBy } from '../../domain/proposed-changes/propose.ts';
import type { Proposed } from '../../kernel/http/call.ts';
import type { Attempt } from '../idempotency/attempt.ts';
import type { ProposedChangeStore } from './proposed-change-store.ts';
import { shownChange } from './shown-change.ts';

interface Asked {
  readonly caller: Principal;
  readonly now: Instant;
  readonly language: Language;
}

/** Keeps what an administrator asks for, to take effect once a second one confirms it. */
export async function propose(
  { proposedChanges }: { readonly proposedChanges: Pick<ProposedChangeStore, 'adding' | 'find' | 'write'> },
  { caller, now, language }: Asked,
  { content, plan }: { readonly content: ChangeContent; readonly plan: Plan },
  attempt: Attempt,
): Promise<Proposed> {
  if (caller.kind !== 'officer') throw new TypeError(`a ${caller.kind} proposes no change`);
  const change = proposedBy(caller, { id: attempt.id('pc_'), content, plan, now });
  const reply: Proposed = {
    body: shownChange(change, { now, language }),
    version: change.version,
    proposed: true,
  };
  const kept = await proposedChanges.write([
    ...proposedChanges.adding({ change, content }),
    ...attempt.keeps(reply),
  ]);
  if (kept) return reply;
  throw new ProblemError('version-conflict', {
    vi: 'Đề nghị này vừa được ghi nhận; hãy đọc lại danh sách đề nghị.',
    en: 'The change was proposed a moment ago; read the proposed changes again.',
  });
}
