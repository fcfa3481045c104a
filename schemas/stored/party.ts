import * as z from 'zod';
import { instantText } from '../instant.ts';

/** An outside party, as stored: how it answered recently. Instants of the breaker in milliseconds. */
export const storedParty = z.object({
  party: z.string(),
  failures: z.int().min(0).default(0),
  openUntil: z.number().nullable().default(null),
  lastSuccessAt: z.number().nullable().default(null),
  lastFailureAt: z.number().nullable().default(null),
  lastFailure: z.string().nullable().default(null),
});
export type StoredParty = z.infer<typeof storedParty>;

/** What was sent to a party in an hour, as stored: lags by bucket (`b0` …), failures by reason. */
export const storedPartyHour = z.record(z.string(), z.unknown()).transform(item => {
  const numbers = (prefix: string) =>
    Object.entries(item).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'number'
        ? [[name.slice(prefix.length), value] as const]
        : [],
    );
  return { lags: numbers('lag_'), failures: numbers('failed_') };
});

/** The last position of a change feed, as stored; none before the first entry. */
export const storedFeedEnd = z
  .object({ position: z.int().min(1), at: instantText })
  .optional()
  .transform(item => item?.position ?? 0);
