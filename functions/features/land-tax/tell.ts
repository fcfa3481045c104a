import type { landTaxOperations } from '../../../schemas/api/operations/land-tax.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../../schemas/outside/bank-notice.ts';
import { readTaxMessage } from '../../domain/land-tax/read-message.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Reply, SentCall } from '../../kernel/http/call.ts';
import type { LandTaxDeps } from './deps.ts';
import { takeMessage } from './take-message.ts';

type Operation = (typeof landTaxOperations)['tellLandTax'];

/** The tax office tells of a slip. What nobody signed is counted, and nothing of it is read. */
export async function tellLandTax(deps: LandTaxDeps, call: SentCall<Operation>): Promise<Reply<Operation>> {
  const known = await deps.secret();
  if (!known) throw notConnected();
  const { headers, text: body } = call.sender;
  const [signature, timestamp] = [headers[SIGNATURE_HEADER] ?? '', headers[TIMESTAMP_HEADER] ?? ''];
  const read = readTaxMessage({ body, signature, timestamp }, known.secret, call.now);
  if (read.verdict !== 'genuine') {
    await deps.landTax.count(dateOf(call.now), read.verdict);
    if (read.verdict === 'forged') throw forged();
    throw malformed(read.verdict === 'stale' ? [{ pointer: '', message: read.fault }] : read.faults);
  }
  await takeMessage(deps, read.message, call.now);
  return { body: { taken: true } };
}

const forged = () =>
  new ProblemError('notice-forged', {
    vi: 'Chữ ký của thông tin không đúng.',
    en: 'The signature of the message is wrong.',
  });

const malformed = (faults: NonNullable<ConstructorParameters<typeof ProblemError>[2]>['faults']) =>
  new ProblemError(
    'request-invalid',
    { vi: 'Không đọc được thông tin của cơ quan thuế.', en: 'The message of the tax office cannot be read.' },
    { ...(faults && { faults }) },
  );

/** Neither sent to nor heard: land is handled on paper, and the pause begun by hand. */
export const notConnected = () =>
  new ProblemError('gateway-unavailable', {
    vi: 'Hệ thống chưa kết nối với cơ quan thuế: hãy chuyển phiếu giấy và ghi tạm dừng.',
    en: 'This deployment is not connected with a tax office: send the slip on paper, and record the pause.',
  });
