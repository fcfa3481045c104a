import { accountOf, owedOf } from '../money/account/account-of.ts';
import { dong } from '../wording/amounts.ts';
import type { FormBlock } from './form-document.ts';
import { fact, type Writing } from './frame.ts';

/** What is to be paid; where a relief was applied, of how much and by which law (NQ 66.22/2026/NQ-CP Đ6 k1e). */
export function feeFacts({ head, texts }: Writing, way: string | undefined): FormBlock[] {
  const { amountDue, bill, money } = head;
  const { receipt: words } = texts;
  if (money === 'none' || amountDue === null) return [];
  const due = fact(words.fee, [dong(amountDue), ...(way === undefined ? [] : [way])].join('; '));
  if (bill === null) return due;
  const lines = bill.lines.length < 2 ? [] : bill.lines.flatMap(({ name, full }) => fact(name, dong(full)));
  if (bill.relieved === 0) return [...lines, ...due];
  const grounds = [...new Set(bill.lines.flatMap(({ ground }) => ground ?? []))];
  return [
    ...lines,
    ...fact(words.fullFee, dong(bill.full)),
    ...fact(words.relief, dong(bill.relieved)),
    ...fact(words.reliefGround, grounds.join('; ')),
    ...due,
  ];
}

/** The fee as a supplement settled it anew: what it is made of, what was paid of it, and what is left or too much. */
export function anewFacts(writing: Writing, way: string | undefined): FormBlock[] {
  const { head, texts } = writing;
  const { received, held } = accountOf(head);
  const { anew } = texts.supplement;
  const owed = owedOf(accountOf(head));
  const some = (label: string, amount: number) => fact(label, amount > 0 ? dong(amount) : undefined);
  return [
    ...feeFacts(writing, undefined),
    ...some(anew.paid, received + held),
    ...fact(anew.owed, owed > 0 ? [dong(owed), ...(way === undefined ? [] : [way])].join('; ') : undefined),
    ...some(anew.back, held),
  ];
}
