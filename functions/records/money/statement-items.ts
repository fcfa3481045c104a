import type { StoredCredit, StoredStatement } from '../../../schemas/stored/statement.ts';
import { dateOf, parseInstant } from '../../domain/vietnam-time.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import { moneyKeys } from '../keys/money-keys.ts';

type Write = ItemWrite<'version'>;

/** Keeps a statement, as the one of its account for each of its days. */
export function newStatement(statement: StoredStatement, days: readonly string[]): Write[] {
  const { digest, account, loadedAt } = statement;
  const loadedOn = dateOf(parseInstant(loadedAt));
  return [
    once(moneyKeys.statement(digest), statement),
    once(moneyKeys.loaded(loadedOn, loadedAt, digest), { statement: digest }),
    ...days.map(day => once(moneyKeys.statementDay(day, account), { statement: digest })),
  ];
}

/** A credit settles these payments, and nothing else ever. */
export const takenCredit = (digest: string, place: number, credit: StoredCredit): Write =>
  once(moneyKeys.credit(digest, place), credit);

const once = (key: Write['key'], put: Readonly<Record<string, unknown>>): Write => ({
  refusal: 'version',
  key,
  change: { put },
  when: { exists: false },
});
