import type { AttackClass } from './attack.ts';
import { filed, OTHER_UNIT, VICTIM } from './dossiers.ts';
import { firstOf, refusedAs } from './target.ts';

/** People who want to see what is none of their business. */
export const readers: AttackClass = {
  name: 'readers',
  attacks: [
    {
      tries: 'reads a stranger’s dossier as citizen, portal, and officer of another unit',
      async run(target) {
        const { code } = await filed(target);
        const tokens = await Promise.all([
          target.token({ kind: 'citizen', id: '025190009922', level: 2 }),
          target.token({ kind: 'portal', id: 'cong.tancong' }),
          target.officer('canbo.noikhac', OTHER_UNIT, 'handler', 'reception'),
        ]);
        const paths = ['', '/history', '/deadline', '/results', '/payments'];
        const found = [];
        for (const token of tokens)
          for (const path of paths)
            found.push(refusedAs(await target.send('GET', `/v1/dossiers/${code}${path}`, { token }), 404));
        return firstOf(found);
      },
    },
    {
      tries: 'learns a name or number by tracking a code',
      async run(target) {
        const { code } = await filed(target);
        const { status, text } = await target.send('GET', `/v1/track/${code}`);
        if (status !== 200) return `tracking answered ${status}`;
        return [VICTIM.name, VICTIM.identityNumber].some(told => text.includes(told)) ? text : undefined;
      },
    },
    {
      tries: 'has a result called genuine without its code, and with guessed ones',
      async run(target) {
        const path = '/v1/results/H44.101-KQ2026-000001/verify';
        const code = (sign: string) => Array.from({ length: 26 }, () => sign).join('');
        const asked = ['', `?code=${code('A')}`, `?code=${code('7')}`, `?sha256=${'0'.repeat(64)}`];
        for (const query of asked) {
          const { status, text } = await target.send('GET', `${path}${query}`);
          if (status !== 400 && status !== 404) return `${query} answered ${status}: ${text.slice(0, 160)}`;
        }
        return undefined;
      },
    },
    {
      tries: 'goes on in a list that somebody else began',
      async run(target) {
        const handler = await target.officer('thuly.tancong', 'H44.101', 'handler', 'reception');
        const first = await target.send('GET', '/v1/dossiers?unit=H44.101&limit=1', { token: handler });
        const cursor = first.body?.nextCursor;
        if (typeof cursor !== 'string') throw new Error('there is no second page to steal');
        const thief = await target.officer('thuly.noikhac', OTHER_UNIT, 'handler');
        return refusedAs(
          await target.send('GET', `/v1/dossiers?limit=1&cursor=${encodeURIComponent(cursor)}`, {
            token: thief,
          }),
          400,
        );
      },
    },
    {
      tries: 'learns, as applicant, which officers have the dossier and what they noted',
      async run(target) {
        const { code, owner } = await filed(target);
        const reception = await target.officer('tiepnhan.tancong', 'H44.101', 'reception');
        await target.send('POST', `/v1/tasks/${code}.t1/decision`, {
          token: reception,
          body: { decision: 'accept', note: 'ghi chú nội bộ' },
        });
        const history = await target.send('GET', `/v1/dossiers/${code}/history`, { token: owner });
        if (history.status !== 200) return `the history answered ${history.status}`;
        return /tancong|ghi chú/.test(history.text) ? history.text.slice(0, 300) : undefined;
      },
    },
  ],
};
