import * as z from 'zod';
import { acknowledgement } from '../../../schemas/api/dossier.ts';
import { machineOrder } from '../../../schemas/machine.ts';
import { devClient } from '../../../start/api-client.ts';
import type { BenchHost } from '../host/host-process.ts';
import { callTable } from '../table/table-call.ts';
import { callStates } from './call-states.ts';

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
  const executionArn = executionOf(host, code);
  const { input } = z
    .looseObject({ input: z.string() })
    .parse(await callStates(host.awsUrl, 'DescribeExecution', { executionArn }));
  return { code, items, order: z.parse(machineOrder, JSON.parse(input)) };
}

export function executionOf({ stateMachineArn }: Pick<BenchHost, 'stateMachineArn'>, code: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${code}`;
}

/** Another dossier like the template, whose alarms sound at other instants (RFC 3339); its execution is not yet started. */
export function cloneOf(
  template: TemplateDossier,
  code: string,
  alarms: { dueSoon: string; overdue: string; escalated: string },
): { items: readonly unknown[]; input: string } {
  const renamed = (value: unknown) => JSON.stringify(value).replaceAll(template.code, code);
  const instant = (key: string) =>
    key === 'dueSoon' || key === 'overdue' || key === 'escalated' ? { S: alarms[key] } : undefined;
  const items = template.items.map(item =>
    JSON.parse(renamed(item), (key, value: unknown) => (isText(value) ? (instant(key) ?? value) : value)),
  );
  return { items, input: renamed({ ...template.order, wakeAt: alarms.dueSoon }) };
}

const isText = (value: unknown) => typeof value === 'object' && value !== null && 'S' in value;
