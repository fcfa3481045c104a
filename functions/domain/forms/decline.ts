import { dataOf } from './data-of.ts';
import { officerOf } from './form-source.ts';
import { applicantFacts, counterSignatures, type FormContent, type Writing } from './frame.ts';
import { filled } from './texts.ts';

/** Form 03, the refusal to accept (phiếu từ chối tiếp nhận giải quyết hồ sơ), with its reason. */
export function decline(writing: Writing): FormContent {
  const { event, texts, agency } = writing;
  const words = texts.decline;
  return {
    blocks: [
      ...applicantFacts(writing),
      { kind: 'text', text: filled(words.opening, { agency }) },
      { kind: 'text', text: dataOf(event, 'declined').reason },
      { kind: 'text', text: words.closing },
    ],
    signatures: counterSignatures(writing, words, officerOf(writing, event)),
  };
}
