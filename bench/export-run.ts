// One call of the export worker's bundle in a process of its own, as Lambda would make it; prints what it took as JSON.
import { pathToFileURL } from 'node:url';
import type { SQSBatchResponse } from 'aws-lambda';

const [bundle = '', order = ''] = process.argv.slice(2);
const { handler } = await import(pathToFileURL(bundle).href);
const started = performance.now();
const cpu = process.cpuUsage();
const event = {
  Records: [{ messageId: 'm', body: order, attributes: { ApproximateReceiveCount: '1' } }],
};
const left = () => 300_000 - (performance.now() - started);
const answer: SQSBatchResponse = await handler(event, { getRemainingTimeInMillis: left });
const { user, system } = process.cpuUsage(cpu);
process.stderr.write(
  JSON.stringify({
    failed: answer.batchItemFailures.length,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    rssMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
process.exit(0);
