import { parseInstant } from '../vietnam-time.ts';
import { formalMoment } from '../wording/dates.ts';
import { dataOf } from './data-of.ts';
import { anewFacts } from './fee-facts.ts';
import { officerOf } from './form-source.ts';
import { applicantFacts, type FormContent, fact, type Writing } from './frame.ts';
import { payCode } from './pay-code.ts';
import { filled } from './texts.ts';

/**
 * Form 02, the request for a supplement (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ): everything at once. With it go the
 * fee where it was settled anew, and a code to pay by where something is owed.
 */
export function supplement(writing: Writing): FormContent {
  const { event, procedure, texts, agency } = writing;
  const { supplement: words, common } = texts;
  const data = dataOf(event, 'supplementRequested');
  const { stage, reason, items, components = [], clock, legalBasis } = data;
  // Before acceptance nobody knows yet whether the fee will be owed.
  const paying = stage === 'processing' ? payCode(writing) : undefined;
  const wanted = procedure.components.filter(({ id }) => components.includes(id)).map(({ name }) => name);
  const before = event.opens.find(({ phase }) => phase === 'supplement')?.dueAt;
  const officer = officerOf(writing, event);
  return {
    blocks: [
      ...applicantFacts(writing),
      { kind: 'text', text: filled(words.opening, { agency }) },
      {
        kind: 'table',
        columns: [
          { title: common.columns.order, share: 0.09, align: 'center' },
          { title: words.items, share: 0.91 },
        ],
        rows: items.map((item, index) => [String(index + 1), item]),
      },
      ...wanted.flatMap(name => fact(words.papers, name)),
      ...fact(words.reason, reason),
      ...fact(words.basis, legalBasis),
      ...fact(words.before, before && formalMoment(parseInstant(before)), true),
      ...(data.amountDue === undefined && !paying ? [] : anewFacts(writing, paying?.way)),
      ...(stage === 'processing' ? [{ kind: 'text' as const, text: words.clock[clock] }] : []),
      { kind: 'text', text: filled(words.closing, { officer: officer || agency }) },
    ],
    ...(paying && { payCode: paying.code }),
    signatures: [{ titles: [words.signer], note: common.sign, name: officer }],
  };
}
