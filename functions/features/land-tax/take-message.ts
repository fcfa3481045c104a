import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { readSlipId } from '../../../schemas/land-tax/slip.ts';
import type { TaxMessage } from '../../../schemas/outside/tax-office.ts';
import type { StoredTaxMessage, TaxRefusal } from '../../../schemas/stored/land-tax.ts';
import type { Words } from '../../../schemas/words.ts';
import { digestOfMessage, nameOfMessage } from '../../domain/land-tax/read-message.ts';
import { takeTaxMessage } from '../../domain/land-tax/take-message.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { newMessage, slipRefused } from '../../records/land-tax/land-tax-items.ts';
import type { TakingDeps } from './deps.ts';

const actor = { kind: 'system', mechanism: 'land-tax' } as const;

/**
 * Takes in what the tax office tells, once by the number of its document: told again it is known, and with another
 * content it is refused. What is refused is counted, and changes nothing in any dossier.
 */
export async function takeMessage(
  deps: TakingDeps,
  message: TaxMessage,
  now: Instant,
): Promise<'taken' | 'known'> {
  const { slip, dossier } = message;
  const refuse = (why: TaxRefusal, error: ProblemError) => refused(deps, why, error, now);
  if (readSlipId(slip)?.dossier !== dossier) return refuse('otherDossier', malformed(OTHER_DOSSIER));
  const { kind, number } = nameOfMessage(message);
  const stored: StoredTaxMessage = { slip, digest: digestOfMessage(message), at: toRfc3339(now) };
  const [kept, before] = await Promise.all([deps.landTax.slip(slip), deps.landTax.message(kind, number)]);
  if (!kept) return refuse('unknownSlip', new ProblemError('not-found', UNKNOWN));
  if (before) return standing(before, stored) ?? refuse('differing', malformed(DIFFERS));
  try {
    return await changeDossier<'taken' | 'known'>(deps, {
      code: dossier,
      actor,
      now: () => now,
      async decide(context) {
        // Of two messages at once, the second finds here what the first kept.
        const first = await deps.landTax.message(kind, number);
        if (first) {
          const stands = standing(first, stored);
          if (!stands) throw malformed(DIFFERS);
          return { stands };
        }
        const events = takeTaxMessage(context, message);
        const nacked =
          message.type === 'refusal'
            ? [slipRefused(slip, { code: message.code, reason: message.reason })]
            : [];
        return {
          events,
          beside: { landTax: [newMessage(kind, number, stored), ...nacked] },
          answer: () => 'taken',
        };
      },
      tell: ({ head }) => deps.wake(head),
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'state-conflict') return refuse('outOfPlace', error);
    if (error.code === 'request-invalid') return refuse('differing', error);
    throw error;
  }
}

const standing = (before: StoredTaxMessage, { slip, digest }: StoredTaxMessage) =>
  before.slip === slip && before.digest === digest ? ('known' as const) : undefined;

async function refused(deps: TakingDeps, why: TaxRefusal, error: ProblemError, now: Instant): Promise<never> {
  await deps.landTax.count(dateOf(now), why);
  throw error;
}

const malformed = (message: Words) =>
  new ProblemError('request-invalid', CANNOT, { faults: [{ pointer: '', message }] });

const CANNOT: Words = {
  vi: 'Không tiếp nhận được thông tin của cơ quan thuế.',
  en: 'The message of the tax office cannot be taken in.',
};
const OTHER_DOSSIER: Words = {
  vi: 'phiếu chuyển này không thuộc hồ sơ đã ghi',
  en: 'the slip is of another dossier',
};
const UNKNOWN: Words = {
  vi: 'Không có phiếu chuyển này.',
  en: 'There is no such transfer slip.',
};
const DIFFERS: Words = {
  vi: 'văn bản số này đã được gửi trước đó với nội dung khác',
  en: 'this document was told of before with another content',
};
