import type { AttackClass } from './attack.ts';
import { refusedAs, type Target } from './target.ts';

/** More than twice what a person may by default. */
const MOST_UPLOADS = 1200;
const AT_ONCE = 8;

const RECEIVED = '2026-12-07T09:00:00+07:00';

async function quickly(
  target: Target,
  path: string,
  body: unknown,
  milliseconds: number,
): Promise<string | undefined> {
  const answer = await target.send('POST', path, { body });
  if (answer.status < 400 || answer.status >= 500) return `answered ${answer.status}`;
  return answer.milliseconds <= milliseconds ? undefined : `took ${Math.round(answer.milliseconds)} ms`;
}

/** People who want to stop others by volume. */
export const floods: AttackClass = {
  name: 'floods',
  attacks: [
    {
      tries: 'has a time limit of 20,000 hours reckoned over days of 700 sessions',
      run(target) {
        const sessions = Array.from({ length: 700 }, (_, nth) => {
          const at = (minute: number) =>
            `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          return { from: at(2 * nth), to: at(2 * nth + 1) };
        });
        const body = {
          receivedAt: RECEIVED,
          limit: { amount: 20_000, unit: 'workingHour' },
          officeHours: sessions,
        };
        return quickly(target, '/v1/deadlines/explain', body, 1000);
      },
    },
    {
      tries: 'asks for a billion working days',
      run: target =>
        quickly(
          target,
          '/v1/deadlines/explain',
          { receivedAt: RECEIVED, limit: { amount: 1e9, unit: 'workingDay' } },
          1000,
        ),
    },
    {
      tries: 'brings down a function by the year 0001',
      async run(target) {
        const body = { receivedAt: '0001-01-01T09:00:00+07:00', limit: { amount: 1, unit: 'workingDay' } };
        const { status } = await target.send('POST', '/v1/deadlines/explain', { body });
        return status >= 400 && status < 500 ? undefined : `answered ${status}`;
      },
    },
    {
      tries: 'sends more than is read, and a list of 30,000 mistakes',
      async run(target) {
        const large = await target.send('POST', '/v1/deadlines/explain', {
          body: `"${'x'.repeat(100_000)}"`,
        });
        if (large.status !== 413) return refusedAs(large, 413);
        const wrong = {
          receivedAt: RECEIVED,
          limit: {},
          interruptions: Array.from({ length: 900 }, () => ({})),
        };
        const told = await target.send('POST', '/v1/deadlines/explain', { body: wrong });
        const faults = told.body?.errors?.length ?? 0;
        return faults <= 50 ? refusedAs(told, 422) : `${faults} faults were listed`;
      },
    },
    {
      tries: 'declares more uploads than one person may in a day',
      async run(target) {
        const token = await target.token({ kind: 'citizen', id: '025190009933', level: 2 });
        const body = { fileName: 'a.pdf', contentType: 'application/pdf', size: 10, sha256: '0'.repeat(64) };
        for (let sent = 0; sent < MOST_UPLOADS; sent += AT_ONCE) {
          const answers = await Promise.all(
            Array.from({ length: AT_ONCE }, () => target.send('POST', '/v1/uploads', { token, body })),
          );
          if (answers.some(({ code }) => code === 'quota-used-up')) return undefined;
        }
        return `${MOST_UPLOADS} were asked for, and no quota told of`;
      },
    },
    {
      tries: 'looks up 400 dossier codes in two seconds',
      async run(target) {
        const codes = Array.from(
          { length: 400 },
          (_, nth) => `H44.101-261102-${String(nth + 1).padStart(4, '0')}`,
        );
        const answers = await Promise.all(codes.map(code => target.send('GET', `/v1/track/${code}`)));
        const slowed = answers.filter(({ status }) => status === 429).length;
        return slowed > 100 ? undefined : `${slowed} of 400 were slowed`;
      },
    },
  ],
};
