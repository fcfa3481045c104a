// Put before a function's own handler in a copy of the assembly: notes each invocation, and is otherwise not there.
import { appendFileSync } from 'node:fs';
import { handler as inner } from './index.mjs';

export const handler = async (event, context) => {
  const started = performance.now();
  try {
    return await inner(event, context);
  } finally {
    const line = {
      function: context.functionName,
      memory: Number(context.memoryLimitInMB),
      milliseconds: performance.now() - started,
      messages: event?.Records?.length ?? 0,
    };
    appendFileSync(process.env.BENCH_INVOCATIONS, `${JSON.stringify(line)}\n`);
  }
};
