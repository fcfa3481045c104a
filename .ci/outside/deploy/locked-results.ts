import type { Report } from '../report.ts';
import { type Emulator, resourceNamed } from './emulator.ts';

const ONCE = 'NothingIsWrittenOver';

/**
 * AWS tells a bucket's policy whether a write is one of `If-None-Match: *` (`s3:if-none-match`), and the bucket of
 * results refuses every other. The emulator does not tell, so that it would refuse them all: for this run it keeps the
 * policy without that statement.
 */
export async function letResultsBeWritten(emulator: Emulator, stack: string, report: Report): Promise<void> {
  const bucket = await resourceNamed(emulator, stack, /^IssuedResults[0-9A-F]{8}$/);
  const policy = JSON.parse(await emulator.s3('GET', `/${bucket}?policy`)) as {
    Statement: { Sid?: string }[];
  };
  const kept = policy.Statement.filter(({ Sid }) => Sid !== ONCE);
  if (kept.length === policy.Statement.length) throw new Error(`the policy of ${bucket} has no ${ONCE}`);
  await emulator.s3('PUT', `/${bucket}?policy`, JSON.stringify({ ...policy, Statement: kept }));
  report.skipped(
    'that results are written once, and locked',
    'the emulator gives policies no s3:if-none-match, so the statement that needs it was left out for this run; and its CloudFormation sets no Object Lock',
  );
}
