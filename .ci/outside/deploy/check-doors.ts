import { Issuers } from '../issuers.ts';
import type { Report } from '../report.ts';

/** Whom the deployed authorizer lets in: it runs on the emulator as a function before each request. */
export async function checkDoors(api: string, issuers: Issuers, report: Report): Promise<void> {
  const strangers = await Issuers.withNewKey();
  const callers: readonly { who: string; token: string | undefined; status: number }[] = [
    { who: 'nobody', token: undefined, status: 401 },
    { who: 'a stranger’s token', token: await strangers.officer('H44', 'overseer'), status: 401 },
    {
      who: 'an officer without a second factor',
      token: await issuers.token('officer', 'outside', { unit: 'H44', roles: ['overseer'], amr: ['pwd'] }),
      status: 401,
    },
    { who: 'an officer', token: await issuers.officer('H44', 'overseer'), status: 200 },
  ];
  await report.holds('the authorizer lets in whom the settings trust, and nobody else', async () => {
    const wrong: string[] = [];
    for (const { who, token, status } of callers) {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const answer = await fetch(`${api}/v1/tasks/counts?unit=H44.101`, { headers });
      if (answer.status !== status) wrong.push(`${who}: ${answer.status} ${await answer.text()}`);
    }
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    return callers.map(({ who, status }) => `${who} ${status}`).join(', ');
  });
}
