import { costOf, listPrices, type Share } from '../cost/cost.ts';
import { type PartReport, target } from '../report.ts';
import type { BenchContext } from './context.ts';

const MOST_USD = 0.45;
const MOST_TRANSITIONS = 7;
const usd = (value: number) => `US$ ${value.toFixed(3)}`;

/** AWS operations of a plain dossier, and what they cost. */
export async function costPart(context: BenchContext): Promise<PartReport> {
  const { operations } = await context.counted();
  const prices = listPrices();
  const cost = costOf(operations, prices);
  const row = ({ what, count, usd: amount }: Share) => [
    what,
    count < 0.01 ? count.toExponential(2) : count.toLocaleString('en', { maximumFractionDigits: 2 }),
    usd(amount),
    `${((100 * amount) / cost.requestsUsd).toFixed(1)} %`,
  ];
  const head = (what: string) => [what, 'a dossier', 'for 1,000', 'of the requests'];
  const functions = Object.entries(operations.invocationsByFunction);
  return {
    title: `AWS operations of a plain dossier, at list prices of ${prices.region}, ${prices.asOf}`,
    tables: [
      {
        head: head('charged by the request'),
        rows: [...cost.requests.map(row), ['all requests', '', usd(cost.requestsUsd), '100.0 %']],
      },
      {
        head: head('charged beside'),
        rows: [
          ...cost.beside.map(row),
          [
            'with the requests',
            '',
            usd(cost.totalUsd),
            `${((100 * cost.totalUsd) / cost.requestsUsd).toFixed(1)} %`,
          ],
        ],
      },
      {
        head: ['requests to the table', 'a dossier'],
        rows: [
          ...Object.entries(operations.tableRequestsByAction).map(([action, count]) => [action, `${count}`]),
          ['all', `${operations.tableRequests}`],
          ['… refused by their condition', `${operations.tableRefusals}`],
          ['write units of indexes, in those above', `${operations.indexWriteUnits}`],
        ],
      },
      {
        head: ['invocations', 'a dossier'],
        rows: functions.map(([name, count]) => [shortName(name), `${count}`]),
      },
    ],
    targets: [
      target(
        'AWS requests of 1,000 plain dossiers',
        cost.requestsUsd,
        { most: MOST_USD },
        value => `US$ ${value.toFixed(2)}`,
      ),
      target(
        'state transitions of a plain dossier',
        operations.stateTransitions,
        { most: MOST_TRANSITIONS },
        value => `${value}`,
      ),
    ],
    figures: { operations, cost, region: prices.region, pricesAsOf: prices.asOf },
  };
}

/** The logical id of a function without what CloudFormation puts around it. */
export function shortName(name: string): string {
  return name.replace(/^.*-/, '').replace(/[0-9A-F]{8}$/, '');
}
