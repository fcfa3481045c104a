import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { eachNudge } from '../../../functions/records/consumers/take-nudges.ts';

const batch = (...bodies: readonly string[]) =>
  ({ Records: bodies.map((body, at) => ({ messageId: `m${at}`, body })) }) as unknown as SQSEvent;
const told = (dossier: string, reached: number) => JSON.stringify({ dossier, reached });

test('each dossier of a batch is worked off once; what fails or cannot be read is delivered again', async () => {
  const [one, other] = ['H44.101-260302-0001', 'H44.101-260302-0002'];
  const worked: unknown[] = [];
  const failed: string[] = [];
  const answer = await eachNudge(
    batch(told(one, 2), told(other, 1), 'no nudge', told(one, 3)),
    async nudge => {
      worked.push(nudge);
      if (nudge.dossier === one) throw new Error('not now');
    },
    ({ dossier }, error) => failed.push(`${dossier}: ${String(error)}`),
  );
  expect(worked).toEqual([
    { dossier: one, reached: 3 },
    { dossier: other, reached: 1 },
  ]);
  expect(failed).toEqual([`${one}: Error: not now`]);
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m2', 'm0', 'm3']);
});
