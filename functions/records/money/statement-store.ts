import {
  type SettlingOutcome,
  type StoredCredit,
  type StoredStatement,
  storedCredit,
  storedCredits,
  storedLoaded,
  storedStatement,
  storedStatementDay,
} from '../../../schemas/stored/statement.ts';
import type { StatementLine } from '../../domain/money/statements/statement.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { HIGHEST, LOWEST, sortable } from '../../kernel/table/item-key.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseItem } from '../../kernel/table/parse-stored.ts';
import { moneyKeys } from '../keys/money-keys.ts';
import { daysBetween } from './days-between.ts';
import { keepPack, readPack } from './packs.ts';
import { readWhole } from './read-whole.ts';
import { newStatement } from './statement-items.ts';

/** A credit that settles payments, by its place in the statement. */
export interface TakenCredit extends StoredCredit {
  readonly place: number;
}

/** Statements of banks and the treasury, and which of their credits settled what. */
export interface StatementStore {
  find(digest: string): Promise<StoredStatement | undefined>;
  /** The statement of an account for each of the days that has one. */
  ofAccount(account: string, days: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps a statement; false where it is there, or another for one of its days. */
  keep(
    statement: Omit<StoredStatement, 'pack' | 'outcome'>,
    credits: readonly StatementLine[],
    days: readonly string[],
  ): Promise<boolean>;
  credits(statement: StoredStatement): Promise<StatementLine[]>;
  taken(digest: string): Promise<TakenCredit[]>;
  /** Digests of the statements for days. */
  onDays(days: readonly string[]): Promise<string[]>;
  /** Statements that were loaded after an instant, and until another. */
  loadedBetween(after: Instant, until: Instant): Promise<StoredStatement[]>;
  /** Keeps what settling came to, the first time; what is kept is returned. */
  finish(digest: string, outcome: SettlingOutcome): Promise<SettlingOutcome>;
  write(writes: readonly ItemWrite<'version'>[]): Promise<boolean>;
}

const MOST = 1_000_000;

/** Statements in the table, or in memory. */
export function keptStatements(items: Items): StatementStore {
  async function find(digest: string): Promise<StoredStatement | undefined> {
    const key = moneyKeys.statement(digest);
    const item = await items.get(key);
    return item && parseItem(storedStatement, item, key);
  }

  return {
    find,
    async ofAccount(account, days) {
      const found = await items.fetch(days.map(day => moneyKeys.statementDay(day, account)));
      const kept = days.flatMap(day => {
        const key = moneyKeys.statementDay(day, account);
        const item = found(key);
        return item ? [[day, parseItem(storedStatementDay, item, key).statement] as const] : [];
      });
      return new Map(kept);
    },
    async keep(statement, credits, days) {
      const pack = await keepPack(items, credits);
      return (await items.transact(newStatement({ ...statement, pack }, days))).done;
    },
    credits: ({ pack }) => readPack(items, pack, storedCredits),
    async taken(digest) {
      const partition = moneyKeys.credits(digest);
      const range = { partition, low: 'CREDIT#', high: `CREDIT#${HIGHEST}`, consistent: true };
      const found = await readWhole(items, range, MOST);
      return found.map(({ key, item }) => ({
        ...parseItem(storedCredit, item, key),
        place: Number(key.sk.slice('CREDIT#'.length)),
      }));
    },
    async onDays(days) {
      const range = { low: LOWEST, high: HIGHEST };
      const found = await Promise.all(
        days.map(day => readWhole(items, { ...range, partition: moneyKeys.statementsOf(day) }, MOST)),
      );
      const kept = found.flat().map(({ key, item }) => parseItem(storedStatementDay, item, key));
      return [...new Set(kept.map(({ statement }) => statement))];
    },
    async loadedBetween(after, until) {
      const range = { low: sortable(toRfc3339(after + 1)), high: `${sortable(toRfc3339(until))}${HIGHEST}` };
      const found = await Promise.all(
        daysBetween(after, until).map(day =>
          readWhole(items, { ...range, partition: moneyKeys.loadedOn(day), consistent: true }, MOST),
        ),
      );
      const loaded = found.flat().map(({ key, item }) => parseItem(storedLoaded, item, key));
      const statements = await Promise.all(loaded.map(({ statement }) => find(statement)));
      return statements.filter(statement => statement !== undefined);
    },
    async finish(digest, outcome) {
      const key = moneyKeys.statement(digest);
      const when = { exists: true, without: ['outcome'] };
      await items.transact([{ refusal: 'version', key, change: { set: { outcome } }, when }]);
      return (await find(digest))?.outcome ?? outcome;
    },
    async write(writes) {
      return (await items.transact(writes)).done;
    },
  };
}
