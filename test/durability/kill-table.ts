import { soundedAlarms } from './alarm-audit.ts';
import { audits } from './audits.ts';
import { PORTAL_AUDIT } from './heard-events.ts';
import { journeys } from './journeys.ts';
import type { KillReport, KillRun } from './kill-run.ts';

/** The report as a table for people. */
export function killTable(run: KillRun, report: KillReport): string {
  const { fire, traffic, sent, snapshot, findings, lasted, failedSteps, told } = report;
  const dossiers = [...snapshot.dossiers.values()];
  const events = dossiers.flatMap(dossier => dossier.events);
  const late = dossiers
    .flatMap(dossier => soundedAlarms(dossier.events, fire.outages))
    .map(alarm => (alarm.late ?? 0) / run.speed / 1000)
    .sort((a, b) => a - b);
  const of = (values: readonly number[], share: number) =>
    values[Math.floor((values.length - 1) * share)] ?? 0;
  const restarts = fire.restarts.toSorted((a, b) => a - b);
  const lost = events.filter(({ data }) => data.type === 'executionLost').length;
  const rows: [string, string | number][] = [
    ['seed', run.seed],
    ['time ran', `${run.speed} times faster, ${Math.round(lasted / 1000)} s in all`],
    ['kills', `${fire.kills}, ${fire.killsWhileStarting} of them while the host started`],
    [
      'restart until it serves',
      `p50 ${Math.round(of(restarts, 0.5))} ms, longest ${Math.round(of(restarts, 1))} ms; ${fire.syntheses} synthesized the application anew`,
    ],
    [
      'time that passed while it was down',
      `${Math.round(fire.outages.reduce((sum, { from, to }) => sum + to - from, 0) / 3_600_000)} h in ${fire.outages.length} stretches`,
    ],
    ['journal records cut short', fire.tornRecords],
    ['requests', traffic.requests],
    ['… sent again with the same key', traffic.repeats],
    ['… that died with the host', traffic.deadConnections],
    ['… answered 500 and above', traffic.faults],
    ['writes acknowledged', traffic.acknowledged.length],
    ['steps of the machine that failed and were repeated', failedSteps],
    ['executions lost and carried on', lost],
    ['ledger entries', events.length],
    ['events that the portal was told', told.events],
    ['… more than once', told.repeats],
    ['alarms', late.length],
    [
      '… late, in real time while the host was up',
      `p50 ${of(late, 0.5).toFixed(2)} s, longest ${of(late, 1).toFixed(2)} s`,
    ],
    ['dossiers', `${sent.length} sent, ${dossiers.length} kept`],
    ...Object.keys(journeys).map((name): [string, number] => [
      `… ${name}`,
      sent.filter(({ journey }) => journey === name).length,
    ]),
  ];
  const names = [...new Set([...Object.keys(audits), PORTAL_AUDIT, ...findings.map(({ audit }) => audit)])];
  return [
    ...rows.map(([name, value]) => `${name.padEnd(52)} ${value}`),
    '',
    ...names.map(name => {
      const own = findings.filter(({ audit }) => audit === name);
      return own.length === 0
        ? `holds   ${name}`
        : [`FAILS   ${name}: ${own.length}`, ...own.slice(0, 20).map(({ what }) => `          ${what}`)].join(
            '\n',
          );
    }),
  ].join('\n');
}
