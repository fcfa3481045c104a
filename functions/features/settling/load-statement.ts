import type { settlingOperations } from '../../../schemas/api/operations/settling.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredStatement } from '../../../schemas/stored/statement.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { sumOf } from '../../domain/money/reconciliation/lines.ts';
import { accountDigits } from '../../domain/money/settlement/name-at-bank.ts';
import { daysOf, MOST_DAYS } from '../../domain/money/settlement/statement-days.ts';
import { readStatement, type StatementFormat } from '../../domain/money/statements/read-statement.ts';
import type { Statement, StatementFault, StatementLine } from '../../domain/money/statements/statement.ts';
import { statementDigest } from '../../domain/money/statements/statement-digest.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandTreasurer } from './demand-treasurer.ts';
import type { StatementDeps } from './deps.ts';
import { settleByStatement } from './settle-by-statement.ts';

type Operation = (typeof settlingOperations)['loadStatement'];

/**
 * Takes in a statement and settles what its credits name. A file with the same entries is the one that is there, and
 * is answered as it was the first time; another one for a day that is there is refused, since somebody must say
 * which counts.
 */
export async function loadStatement(
  deps: StatementDeps,
  { caller, body, now }: Call<Operation>,
): Promise<Reply<Operation>> {
  const officer = demandTreasurer(deps, caller, 'settlement.manage');
  const { statement, format } = readOrRefuse(deps, body.text);
  const digest = statementDigest(statement);
  const before = await deps.statements.find(digest);
  const about = { digest, format, name: body.name ?? null, loadedAt: toRfc3339(now), by: officer.id };
  const { kept, already } = before ? { kept: before, already: true } : await keep(deps, statement, about);
  if (kept.outcome) return answer(kept, kept.outcome, { finished: true, already });
  const { outcome, finished } = await settleByStatement(deps, kept, now);
  const first = finished ? await deps.statements.finish(digest, outcome) : outcome;
  return answer(kept, first, { finished, already });
}

async function keep(
  { statements }: StatementDeps,
  statement: Statement,
  about: Pick<StoredStatement, 'digest' | 'format' | 'name' | 'loadedAt' | 'by'>,
): Promise<{ readonly kept: StoredStatement; readonly already: boolean }> {
  const { account, from, to, debits } = statement;
  const credits = inOrder(statement.credits);
  const days = daysOf(statement);
  const stored = {
    ...about,
    ...{ account: accountDigits(account) || account, from, to },
    credits: { count: credits.length, amount: sumOf(credits) },
    debits: { count: debits.length, amount: sumOf(debits) },
  };
  const isFirst = await statements.keep(stored, credits, days);
  const kept = await statements.find(about.digest);
  if (kept) return { kept, already: !isFirst };
  const [day] = [...(await statements.ofAccount(stored.account, days)).keys()];
  throw new ProblemError(
    'statement-differs',
    {
      vi: `Đã có sao kê khác của tài khoản này cho ngày ${day}. Hãy kiểm tra tệp; sao kê đã nạp không bị thay đổi.`,
      en: `Another statement of this account for ${day} is there. Check the file; the one that is there stays as it is.`,
    },
    { facts: { day } },
  );
}

/** In an order that does not depend on the file, so that equal statements are kept alike. */
function inOrder(credits: readonly StatementLine[]): StatementLine[] {
  const texts = credits.map(({ line: _, ...content }) => ({ content, text: canonicalJson(content) }));
  return texts
    .toSorted((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ content }, place) => ({ ...content, line: place + 1 }));
}

function readOrRefuse(
  { readXml }: StatementDeps,
  text: string,
): { readonly statement: Statement; readonly format: StatementFormat } {
  const { statement, faults, format } = readStatement(new TextEncoder().encode(text), { readXml });
  if (!statement || !format) throw unreadable(faults ?? []);
  if (daysOf(statement).length > MOST_DAYS) throw unreadable([{ line: 1, column: 1, message: TOO_LONG }]);
  return { statement, format };
}

const TOO_LONG = {
  vi: `sao kê dài hơn ${MOST_DAYS} ngày: hãy chia theo tháng`,
  en: `the statement is of more than ${MOST_DAYS} days: divide it by month`,
};

const unreadable = (faults: readonly StatementFault[]) =>
  new ProblemError(
    'statement-unreadable',
    { vi: 'Không đọc được sao kê: xem từng lỗi.', en: 'The statement cannot be read: see each fault.' },
    {
      faults: faults.map(({ line, column, message: { vi, en } }) => ({
        pointer: '/text',
        message: {
          vi: `dòng ${line}, cột ${column}: ${vi}`,
          en: `line ${line}, column ${column}: ${en}`,
        },
      })),
    },
  );

function answer(
  { digest, account, from, to, format, credits, debits, loadedAt }: StoredStatement,
  { settled, notMatched }: NonNullable<StoredStatement['outcome']>,
  told: { readonly finished: boolean; readonly already: boolean },
): Reply<Operation> {
  return {
    body: {
      ...{ statement: digest, account, from, to, format, credits, debits, settled, notMatched },
      ...{ loadedAt, ...told },
    },
  };
}
