// One host in a process of its own, told what to do by the process that forked it.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { bootHost } from '../../local/host/boot.ts';
import type { ServedRequest, ServeOptions, ServeOrder } from './messages.ts';

const options: ServeOptions = JSON.parse(process.argv[2] ?? '{}');
const log = { info: () => undefined, warn: (line: string) => process.stderr.write(`host: ${line}\n`) };
/** Who forked it may be gone by the time there is an answer. */
const say = (message: unknown) => process.connected && process.send?.(message);

let served: ServedRequest[] = [];
if (options.countRequests) {
  subscribe('http.server.request.start', message => {
    // The channel's messages have no type; Node documents this member.
    const { request } = message as { request: IncomingMessage };
    const header = request.headers['x-amz-target'];
    served.push({
      port: request.socket.localPort ?? 0,
      method: request.method ?? '',
      path: (request.url ?? '').split('?')[0] ?? '',
      target: typeof header === 'string' ? header : undefined,
    });
  });
}

const host = await bootHost({
  assemblyFolder: options.assembly,
  dataFolder: options.data,
  port: 0,
  log,
  dynamodbEndpoint: options.tableUrl,
  directTable: true,
});
void host.failed.then(error => {
  process.stderr.write(`host: ${error.message}\n`);
  process.exit(1);
});
const stop = async () => {
  await host.stop();
  process.exit(0);
};
process.on('disconnect', () => void stop());
process.on('message', async ({ id, order }: { id: number; order: ServeOrder }) => {
  if (order === 'stop') return stop();
  if (order === 'idle') await host.idle();
  const requests = served;
  if (order === 'requests') served = [];
  say({ id, answer: order === 'requests' ? requests : null });
});

const functions = host.resources.ofType('AWS::Lambda::Function').map(({ name, properties }) => ({
  name,
  properties,
}));
say({
  apiUrl: host.apiUrl,
  awsUrl: host.awsUrl,
  credentials: host.credentials,
  tableUrl: host.tableUrl,
  tableName: host.resources.ofType('AWS::DynamoDB::Table')[0]?.name,
  stateMachineArn: host.resources.ofType('AWS::StepFunctions::StateMachine')[0]?.arn,
  functions,
});
