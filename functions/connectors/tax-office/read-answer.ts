import { taxAnswer, taxMessage } from '../../../schemas/outside/tax-office.ts';
import type { SlipRefused, SlipTaken } from '../../domain/ports/tax-office.ts';
import { type Missed, missed } from '../../kernel/outside/missed.ts';

/** What the tax office answered; messages that cannot be read hide no other. */
export function readAnswer(body: unknown): SlipTaken | SlipRefused | { readonly state: 'unknown' } | Missed {
  const read = taxAnswer.safeParse(body);
  if (!read.success) return missed('untrustworthy', 'malformed');
  const answer = read.data;
  if (answer.state === 'unknown') return { state: 'unknown' };
  if (answer.state === 'refused') return { state: 'refused', code: answer.code, reason: answer.reason };
  const messages = answer.messages.flatMap(told => {
    const { success, data } = taxMessage.safeParse(told);
    return success ? [data] : [];
  });
  const unreadable = answer.messages.length - messages.length;
  return { state: 'taken', number: answer.number ?? null, messages, unreadable };
}
