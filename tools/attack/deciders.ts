import type { AttackClass } from './attack.ts';
import { decide, filed, OTHER_UNIT, PROCEDURE, submit, UNIT } from './dossiers.ts';
import { firstOf, refusedAs, type Target } from './target.ts';

/** Takes a dossier through reception; its next task. */
async function accepted(target: Target): Promise<{ code: string; task: string }> {
  const { code } = await filed(target);
  const { nextTask } = await decide(target, `${code}.t1`, 'reception', { decision: 'accept' });
  return { code, task: nextTask };
}

/** Officers who want to do alone what takes two, or what is not theirs. */
export const deciders: AttackClass = {
  name: 'deciders',
  attacks: [
    {
      tries: 'decides as an applicant, as an officer of another unit, and in another role',
      async run(target) {
        const { task } = await accepted(target);
        const tokens = await Promise.all([
          target.token({ kind: 'citizen', id: '025190009911', level: 2 }),
          target.officer('thuly.noikhac', OTHER_UNIT, 'handler'),
          target.officer('tiepnhan.tancong', UNIT, 'reception'),
        ]);
        const answers = await Promise.all(
          tokens.map(token =>
            target.send('POST', `/v1/tasks/${task}/decision`, {
              token,
              body: { decision: 'approve', text: 'Đồng ý.' },
            }),
          ),
        );
        const taken = answers.find(({ status }) => status < 400);
        return taken && `answered ${taken.status}: ${taken.text.slice(0, 200)}`;
      },
    },
    {
      tries: 'handles a dossier and signs it, being everything in the unit',
      async run(target) {
        const { code } = await filed(target);
        const token = await target.officer('tatca.tancong', UNIT, 'reception', 'handler', 'leader', 'signer');
        let task: string | null = `${code}.t1`;
        for (let steps = 0; task !== null && steps < 9; steps++) {
          const view = (await target.send('GET', `/v1/tasks/${task}`, { token })).body;
          const body: object =
            view.phase === 'reception'
              ? { decision: 'accept' }
              : view.phase === 'payment'
                ? { decision: 'recordPayment', amount: view.amountDue ?? 0, method: 'cash', receipt: 'BL-TC' }
                : view.decisions.includes('forward') && view.phase !== 'signature'
                  ? { decision: 'forward' }
                  : { decision: 'approve', text: 'Đồng ý.', proposal: view.proposal?.digest };
          const answer = await target.send('POST', `/v1/tasks/${task}/decision`, { token, body });
          if (answer.code === 'four-eyes') return undefined;
          if (answer.status !== 200) throw new Error(`${view.phase} answered ${answer.text.slice(0, 200)}`);
          task = answer.body.nextTask;
        }
        return 'one person took the dossier from reception to its result';
      },
    },
    {
      tries: 'takes one task as six officers at once',
      async run(target) {
        const { task } = await accepted(target);
        const ids = Array.from({ length: 6 }, (_, nth) => `thuly${nth}.tancong`);
        const answers = await Promise.all(
          ids.map(async assignee =>
            target.send('POST', `/v1/tasks/${task}/assignment`, {
              token: await target.officer(assignee, UNIT, 'handler'),
              body: { assignee },
            }),
          ),
        );
        const given = answers.filter(({ status }) => status === 200).length;
        return given === 1 ? undefined : `${given} of six were given it`;
      },
    },
    {
      tries: 'decides a dossier after declaring an interest in it',
      async run(target) {
        const { code, task } = await accepted(target);
        const token = await target.officer('thuly.lienquan', UNIT, 'handler');
        const declared = await target.send('POST', `/v1/dossiers/${code}/interests`, {
          token,
          body: { reason: 'Người nộp là em ruột' },
        });
        if (declared.status !== 200) throw new Error(`the interest was not taken: ${declared.text}`);
        const body = { decision: 'forward' };
        return refusedAs(
          await target.send('POST', `/v1/tasks/${task}/decision`, { token, body }),
          403,
          'interest-declared',
        );
      },
    },
    {
      tries: 'closes a procedure as one administrator, and confirms it oneself',
      async run(target) {
        const token = await target.token({ kind: 'administrator', id: 'quantri.tancong', unit: 'H44' });
        const proposed = await target.send('POST', `/v1/procedures/${PROCEDURE}/state`, {
          token,
          body: { state: 'closed', reason: 'Thử đóng một mình' },
        });
        if (proposed.status !== 202) return refusedAs(proposed, 202);
        const path = `/v1/proposed-changes/${proposed.body.id}`;
        const confirmed = await target.send('POST', `${path}/confirm`, { token });
        const { body } = await target.send('GET', `/v1/procedures/${PROCEDURE}`);
        await target.send('POST', `${path}/withdraw`, { token, body: { reason: 'Chỉ là thử' } });
        return firstOf([
          refusedAs(confirmed, 403, 'four-eyes'),
          body.state === 'open' ? undefined : `the procedure is ${body.state}`,
        ]);
      },
    },
    {
      tries: 'files for a unit that does not decide the procedure',
      async run(target) {
        const owner = await target.token({ kind: 'citizen', id: '025190009911', level: 2 });
        const answers = [];
        for (const competentUnit of ['H44.02', 'H44.102', 'H44', 'H44.999'])
          answers.push(await submit(target, owner, { competentUnit }));
        return firstOf(
          answers.map(answer =>
            answer.status >= 400 && answer.status < 500 ? undefined : refusedAs(answer, 422),
          ),
        );
      },
    },
  ],
};
