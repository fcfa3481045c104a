import { expect, test } from 'vitest';
import { demandSecondPerson } from '../../../functions/features/tasks/second-person.ts';
import { accept, approve } from '../../support/lifecycle/decisions.ts';
import { officer, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';

const examiner = officer.kind === 'officer' ? officer.id : '';
const { head, ledger } = new PaperDossier('1.001193').decide(accept).decide(approve);

/** What becomes of a signature where the examiner's record says this, and whose records were read. */
async function signs(signer: { id: string; person?: string }, record: object | undefined) {
  const asked: string[] = [];
  const organization = {
    officer: async (id: string) => {
      asked.push(id);
      return record && { id, ...record };
    },
  };
  const dossiers = { events: async (_: string, after: number) => ledger.slice(after) };
  const outcome = await demandSecondPerson({ dossiers, organization } as never, head, signer).then(
    () => 'may',
    (error: { code: string }) => error.code,
  );
  return { outcome, asked };
}

test('whoever handled under another account of theirs does not sign', async () => {
  const signer = { id: 'ky', person: 'P1' };
  expect(await signs(signer, { person: 'P1' })).toEqual({ outcome: 'four-eyes', asked: [examiner] });
  for (const record of [{ person: 'P2' }, {}, undefined])
    expect((await signs(signer, record)).outcome).toBe('may');
});

test('no record is read of others where nothing is known of the signer', async () => {
  expect(await signs({ id: 'ky' }, { person: 'P1' })).toEqual({ outcome: 'may', asked: [] });
  expect(await signs({ id: examiner }, { person: 'P1' })).toEqual({ outcome: 'four-eyes', asked: [] });
});
