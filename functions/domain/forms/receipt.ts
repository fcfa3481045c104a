import { handedIn } from '../dossier/handed-in.ts';
import { legalLimit } from '../dossier/legal-limit.ts';
import { unitName } from '../organization/unit-name.ts';
import { parseInstant } from '../vietnam-time.ts';
import { limitText } from '../wording/amounts.ts';
import { formalMoment } from '../wording/dates.ts';
import { channelNames } from '../wording/names.ts';
import { feeFacts } from './fee-facts.ts';
import type { FormBlock } from './form-document.ts';
import { officerOf } from './form-source.ts';
import { applicantFacts, counterSignatures, type FormContent, fact, type Writing } from './frame.ts';
import { payCode } from './pay-code.ts';
import { filled } from './texts.ts';

/** Form 01, the receipt with the promised date (giấy tiếp nhận hồ sơ và hẹn trả kết quả). */
export function receipt(writing: Writing): FormContent {
  const { event, head, procedure, people, texts, agency } = writing;
  const { receipt: words, common } = texts;
  const limit = legalLimit(procedure, head);
  const { dueAt } = head;
  const submitter = people.handedInBy?.name;
  const paying = payCode(writing);
  return {
    blocks: [
      { kind: 'text', text: filled(words.opening, { agency }) },
      ...applicantFacts(writing),
      ...fact(words.submitter, submitter),
      ...fact(common.channel, channelNames[head.channel].vi),
      { kind: 'text', text: words.components },
      components(writing),
      ...fact(words.sets, '01 bộ'),
      ...fact(words.limit, limit && limitText(limit).vi),
      ...fact(words.receivedAt, formalMoment(parseInstant(event.at))),
      ...fact(words.promisedAt, dueAt && formalMoment(parseInstant(dueAt)), true),
      ...fact(
        words.returnAt,
        filled(common.returns[head.returnBy], { agency: unitName(writing.units, head.receivingUnit) }),
      ),
      ...feeFacts(writing, paying?.way),
    ],
    ...(paying && { payCode: paying.code }),
    signatures: counterSignatures(writing, words, officerOf(writing, event)),
  };
}

/** What was handed in, by paper: its kind, and how many copies or files. */
function components({ events, procedure, texts }: Writing): FormBlock {
  const { kinds, columns } = texts.common;
  const given = handedIn(events, procedure.components).filter(
    ({ paperCopies, files }) => paperCopies + files.length > 0,
  );
  const rows = given.map(({ component, paperCopies, paperKind, files }, index) => {
    const current = files.filter(({ state }) => state === 'current').length;
    return [
      String(index + 1),
      component.name,
      [paperCopies > 0 && kinds[paperKind ?? 'paper'], current > 0 && kinds.file].filter(Boolean).join('; '),
      [paperCopies, current].filter(count => count > 0).join('; '),
    ];
  });
  return {
    kind: 'table',
    columns: [
      { title: columns.order, share: 0.08, align: 'center' },
      { title: columns.name, share: 0.53 },
      { title: columns.form, share: 0.26 },
      { title: columns.copies, share: 0.13, align: 'center' },
    ],
    rows,
  };
}
