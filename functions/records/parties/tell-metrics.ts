import { type Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { PartyWatch } from './party-watch.ts';

/**
 * Ends a watch and reports to CloudWatch, in the embedded metric format, by consumer: `Lag` (milliseconds from the
 * event to the acknowledgement), `Sent` and `Failed`. A metric per party would mean one per subscription; those
 * figures are in `GET /v1/connections`.
 */
export async function endWatch(watch: PartyWatch, metrics: Metrics, consumer: string): Promise<void> {
  const parties = await watch.end();
  metrics.addDimension('consumer', consumer);
  for (const { lags, failed } of parties) {
    for (const lag of lags) metrics.addMetric('Lag', MetricUnit.Milliseconds, lag);
    metrics.addMetric('Sent', MetricUnit.Count, lags.length);
    metrics.addMetric('Failed', MetricUnit.Count, failed);
  }
  metrics.publishStoredMetrics();
}
