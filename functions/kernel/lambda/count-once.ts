import { runtimeNow } from './runtime.ts';

/**
 * Counts something that happened, in CloudWatch's embedded metric format, with facts that stand beside it in the log.
 * For what every function may have to count and hardly ever does: the library for metrics is too large to be in every
 * bundle for it.
 */
export function countOnce(metric: string, facts: Readonly<Record<string, string>>): void {
  const definition = {
    Namespace: 'motcua',
    Dimensions: [['service']],
    Metrics: [{ Name: metric, Unit: 'Count' }],
  };
  const line = {
    _aws: { Timestamp: runtimeNow(), CloudWatchMetrics: [definition] },
    ...facts,
    service: 'motcua',
    [metric]: 1,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
