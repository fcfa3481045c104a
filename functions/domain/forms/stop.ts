import type { MoneyState } from '../../../schemas/dossier/states.ts';
import { replay } from '../dossier/head.ts';
import { lifecycle } from '../lifecycle/states.ts';
import { isOwed } from '../money/account/money-state.ts';
import { capitals } from '../printing/formal-texts.ts';
import { dong } from '../wording/amounts.ts';
import { recipientsOf } from './apology.ts';
import { officerOf } from './form-source.ts';
import type { FormContent, Writing } from './frame.ts';
import { filled } from './texts.ts';

/** Form 05, the notice that processing stops (thông báo dừng giải quyết hồ sơ): stopped, or withdrawn. */
export function stop(writing: Writing): FormContent {
  const { event, head, procedure, people, texts, agency } = writing;
  const { data } = event;
  if (data.type !== 'stopped' && data.type !== 'withdrawn')
    throw new TypeError(`${head.code}: nothing stopped at entry ${event.seq}`);
  const words = texts.stop;
  const request = data.type === 'withdrawn' ? data.request : undefined;
  const values = { agency, code: head.code, procedure: procedure.name, applicant: people.applicant.name };
  const text = (template: string, more = {}) => ({
    kind: 'text' as const,
    text: filled(template, { ...values, ...more }),
  });
  return {
    blocks: [
      { ...text(words.addressee), look: 'addressee' },
      text(words.opening),
      text(words.askedBy[data.type], { how: request === undefined ? '' : words.how[request] }),
      text(`${words.stage}: ${stageBefore(writing)}.`),
      ...(data.reason === null ? [] : [{ kind: 'text' as const, text: `${words.reason}: ${data.reason}` }]),
      text(words.money[feeWords(head.money)], { amount: dong(paidBy(writing)) }),
      text(words.noResult),
      text(words.closing),
    ],
    recipients: recipientsOf(head.code),
    signatures: [
      { titles: [capitals(agency)], note: texts.common.signSeal, name: officerOf(writing, event) },
    ],
  };
}

/** The state the dossier was in, and the step at work. */
function stageBefore({ events }: Writing): string {
  const before = replay(events.slice(0, -1));
  const [task] = before.tasks;
  const state = lifecycle[before.handling].vietnamese;
  return task ? `${state} (${task.name})` : state;
}

function feeWords(money: MoneyState): 'none' | 'due' | 'paid' | 'waived' {
  if (isOwed(money)) return 'due';
  return money === 'none' || money === 'waived' ? money : 'paid';
}

function paidBy({ events }: Writing): number {
  return events.reduce((sum, { data }) => (data.type === 'paid' ? sum + data.amount : sum), 0);
}
