// Put before a function's own handler in a copy of the assembly: notes each invocation, and is otherwise not there.
import { appendFileSync } from 'node:fs';
import { handler as inner } from './index.mjs';

const carriesEvent = ({ body }) => body?.includes('"detail-type"') ?? false;

export const handler = async (event, context) => {
  const started = performance.now();
  const queued = event?.Records?.filter(({ eventSource }) => eventSource === 'aws:sqs') ?? [];
  try {
    return await inner(event, context);
  } finally {
    const line = {
      function: context.functionName,
      memory: Number(context.memoryLimitInMB),
      milliseconds: performance.now() - started,
      messages: queued.length,
      busEvents: queued.filter(carriesEvent).length,
    };
    appendFileSync(process.env.BENCH_INVOCATIONS, `${JSON.stringify(line)}\n`);
  }
};
