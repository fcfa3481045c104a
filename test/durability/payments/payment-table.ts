import { requestedIn } from '../../support/requested.ts';
import { ofAll, sumOf } from './books.ts';
import type { PaymentReport, PaymentRun } from './payment-run.ts';
import { REBUILD } from './rebuild-audit.ts';
import { REPEATS } from './repeats.ts';
import { SENTENCES } from './whole-audit.ts';

/** The report as a table for people. */
export function paymentTable(run: PaymentRun, report: PaymentReport): string {
  const { fire, traffic, played, books, findings, paying, lasted } = report;
  const { taken, payments } = books;
  const dong = (amount: number) => amount.toLocaleString('en');
  const amountOf = (amounts: readonly { readonly amount: number }[]) =>
    dong(sumOf(amounts.map(each => each.amount)));
  const { asked, paid, open, expired, refunded } = requestedIn(books.dossiers.values());
  const untold = taken.filter(({ told }) => !told);
  const nobodys = payments.filter(({ state }) => state === 'unassigned');
  const seconds = paying / 1000;
  const rows: [string, string | number][] = [
    ['seed', run.seed],
    ['time ran', `${run.speed} times faster, ${Math.round(lasted / 1000)} s in all`],
    ['kills', `${fire.kills}, ${fire.killsWhileStarting} of them while the host started`],
    ['payments', `${taken.length}, ${(taken.length / seconds).toFixed(1)} a second, kills included`],
    ['… of them at the platform', taken.filter(({ gateway }) => gateway === 'platform').length],
    ['dossiers', books.dossiers.size],
    ['requests to the API', traffic.requests],
    ['… that died with the host', traffic.deadConnections],
    ['one notice told', `${run.repeats} times`],
    ['requests for payment', books.requests.length],
    [
      'asked for, đồng',
      `${dong(asked)} = paid ${dong(paid)} + open ${dong(open)} + expired ${dong(expired)} + refunded ${dong(refunded)}`,
    ],
    ['taken by gateways, đồng', amountOf(taken)],
    [
      '… credited, and gone back of it',
      `${dong(ofAll(books, each => each.received + each.owedBack + each.refunded))}, ${dong(ofAll(books, each => each.refunded))}`,
    ],
    ['… in suspense: held, and of nobody', `${dong(ofAll(books, each => each.held))}, ${amountOf(nobodys)}`],
    ['… in transit, told of by nobody', `${amountOf(untold)}, ${untold.length} transfers`],
    ['transfers between accounts', books.kept.length / 2],
    ...[...played]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, count]): [string, number] => [`… ${name}`, count]),
  ];
  const names = [...new Set([...SENTENCES, REPEATS, REBUILD, ...findings.map(({ audit }) => audit)])];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(66)} ${value}`),
    '',
    ...names.map(name =>
      verdict(
        name,
        findings.filter(({ audit }) => audit === name).map(({ what }) => what),
      ),
    ),
  ].join('\n');
}

function verdict(sentence: string, found: readonly string[]): string {
  if (found.length === 0) return `holds   ${sentence}`;
  return [
    `FAILS   ${sentence}: ${found.length}`,
    ...found.slice(0, 20).map(what => `          ${what}`),
  ].join('\n');
}
