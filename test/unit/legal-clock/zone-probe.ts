import { createHash } from 'node:crypto';
import { explanationText } from '../../../functions/domain/legal-clock/explanation-text.ts';
import { DAY, MINUTE } from '../../../functions/domain/vietnam-time.ts';
import { at, nationalClock } from './fixtures.ts';

/** Run under several TZ values by a test: prints the machine's offset, then a digest of many explained dates, which must not depend on it. */
const clock = nationalClock();
const digest = createHash('sha256');
const units = ['workingDay', 'calendarDay', 'workingHour', 'month'] as const;
let count = 0;
for (let index = 0; index < 500; index++) {
  const start = at('2024-01-01 00:00') + index * 3 * DAY + index * 37 * MINUTE;
  const unit = units[index % 4] ?? 'workingDay';
  const answer = clock.explain({
    start,
    limit: { amount: unit === 'month' ? 1 + (index % 3) : 1 + (index % 17) / 2, unit },
  });
  digest.update(explanationText(answer, 'vi'));
  count++;
}
console.log(
  `machine offset ${new Date(0).getTimezoneOffset()} ${new Date(Date.UTC(2024, 6, 1)).getTimezoneOffset()}`,
);
console.log(`${count} answers ${digest.digest('hex')}`);
