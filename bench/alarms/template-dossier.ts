import * as z from 'zod';
import { acknowledgement } from '../../schemas/api/dossier.ts';
import { machineOrder } from '../../schemas/machine.ts';
import { devClient } from '../../start/api-client.ts';
import { callStates, executionOf } from '../host/call-states.ts';
import type { BenchHost } from '../host/host-process.ts';
import { callTable } from '../table/table-call.ts';

/** A dossier that waits for reception: all its items, in the table's notation, and the order its execution began with. */
export interface TemplateDossier {
  readonly code: string;
  readonly items: readonly unknown[];
  readonly order: z.infer<typeof machineOrder>;
}

const UNIT = 'H44.101';
const query = z.looseObject({ Items: z.array(z.unknown()) });

/** Submits a dossier through the API, as reception does at its counter, and reads what became of it. */
export async function submitTemplate(host: BenchHost): Promise<TemplateDossier> {
  const reception = await devClient(host.apiUrl, {
    kind: 'officer',
    id: `reception.${UNIT}`,
    unit: UNIT,
    roles: ['reception'],
  });
  const { body } = await reception.post('/v1/dossiers', {
    procedure: '1.000656',
    channel: 'counter',
    receivingUnit: UNIT,
    applicant: { kind: 'person', name: 'Nguyễn Văn An', identityNumber: '025090000001' },
    components: [{ component: 'c1', paperCopies: 1 }],
    returnBy: 'counter',
  });
  const { code } = z.parse(acknowledgement, body);
  await host.idle();
  const { Items: items } = z.parse(
    query,
    await callTable(host.tableUrl, {
      action: 'Query',
      body: {
        TableName: host.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `DOSSIER#${code}` } },
        ConsistentRead: true,
      },
    }),
  );
  const executionArn = executionOf(host.stateMachineArn, code);
  const { input } = z
    .looseObject({ input: z.string() })
    .parse(await callStates(host, 'DescribeExecution', { executionArn }));
  return { code, items, order: z.parse(machineOrder, JSON.parse(input)) };
}

/** The instants (RFC 3339) at which a dossier's alarms sound. */
export interface AlarmInstants {
  readonly dueSoon: string;
  readonly overdue: string;
  readonly escalated: string;
}

/** Makes dossiers like the template, under other codes and with other alarms; as text, for there are many to make. */
export function clonerOf(template: TemplateDossier, tableName: string) {
  const names = ['dueSoon', 'overdue', 'escalated'] as const;
  const mark = (name: string) => `<${name}>`;
  const puts = template.items.map(Item => ({ Put: { TableName: tableName, Item } }));
  const text = JSON.stringify(puts, (key, value: unknown) =>
    names.some(name => name === key) ? { S: mark(key) } : value,
  ).slice(1, -1);
  const order = JSON.stringify({ ...template.order, wakeAt: mark('dueSoon') });
  return (code: string, alarms: AlarmInstants) => {
    const filled = (marked: string) =>
      names.reduce(
        (done, name) => done.replaceAll(mark(name), alarms[name]),
        marked.replaceAll(template.code, code),
      );
    return { puts: filled(text), input: filled(order) };
  };
}
