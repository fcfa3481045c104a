import { parseInstant } from '../vietnam-time.ts';
import { formalMoment } from '../wording/dates.ts';
import { officerOf } from './form-source.ts';
import { applicantFacts, type FormContent, fact, type Writing } from './frame.ts';
import { filled } from './texts.ts';

/** What who collects a result signs (giấy nhận kết quả): our own form, no law prescribes one. */
export function handOver(writing: Writing): FormContent {
  const { event, head, people, texts, agency } = writing;
  const { handOver: words, common } = texts;
  const { data } = event;
  if (data.type !== 'returned' && data.type !== 'returnedAgain')
    throw new TypeError(`${head.code}: entry ${event.seq} returns nothing`);
  const { collector, authorization, slip } = data.collection ?? {};
  const who = data.receivedBy ?? (collector === 'owner' ? people.applicant.name : '');
  return {
    blocks: [
      { kind: 'text', text: filled(words.opening, { agency }) },
      ...applicantFacts(writing),
      ...fact(words.number, head.result?.number, true),
      ...fact(words.at, formalMoment(parseInstant(event.at))),
      ...fact(words.receivedBy, who, true),
      ...fact(words.as, collector && words.collector[collector]),
      ...fact(words.authorization, authorization),
      ...fact(words.slip, slip && words.slips[slip]),
      { kind: 'text', text: words.closing },
    ],
    signatures: [
      { titles: [words.giver], note: common.sign, name: who, by: 'applicant' },
      { titles: [words.receiver], note: common.sign, name: officerOf(writing, event) },
    ],
  };
}
