import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formNamed, formsCalledFor, papersOf } from '../../../functions/domain/forms/called-for.ts';
import { hasPlaceToSign, inkedDocument } from '../../../functions/domain/forms/inked-document.ts';
import { makeForm } from '../../../functions/domain/forms/make-form.ts';
import { renderForm } from '../../../functions/records/forms/render-form.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormPaper } from '../../../schemas/dossier/form.ts';
import type { KeptInk } from '../../../schemas/stored/ink.ts';
import { fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';
import { acceptedLedger, CODE, sourceOf, submitted } from '../../support/forms/form-ledger.ts';
import { handwriting } from '../../support/forms/handwriting.ts';

const DOCUMENT = 'ab'.repeat(32);
const PAD = 'pad_01kaw00000abcdefghjkmnpqrs';
const inkOf = (form: string): EventData => ({
  type: 'inkSigned',
  form,
  kind: 'receipt',
  document: DOCUMENT,
  ink: 'cd'.repeat(32),
  means: 'pad',
  device: PAD,
});
const kept: KeptInk = {
  dossier: CODE as KeptInk['dossier'],
  form: '01-2',
  document: DOCUMENT,
  taken: { means: 'pad', pad: PAD, request: 'ir_1', ...handwriting() },
};
const returned: EventData = {
  type: 'returned',
  how: 'counter',
  receivedBy: null,
  collection: {
    collector: 'owner',
    authorization: null,
    slip: 'handedBack',
    attestedBy: 'signature',
    witnesses: 0,
  },
};
const decided: EventData = {
  type: 'decided',
  outcome: 'granted',
  text: 'Đồng ý.',
  resultFile: null,
  timeliness: 'early',
};
const issued: EventData = {
  type: 'resultIssued',
  number: 'H44.101-KQ2026-000001',
  sha256: 'ef'.repeat(32),
  size: 100,
  origin: 'rendered',
};
const handedOver = (data: EventData) =>
  acceptedLedger([
    { data: decided, at: '27T09:00' },
    { data: issued, at: '27T09:01' },
    { data, at: '28T09:00' },
  ]);
const inked = () => acceptedLedger([{ data: inkOf('01-2'), at: '26T10:09' }]);

function documentOf(events: readonly LedgerEvent[], id: string) {
  const found = formNamed(id, events);
  if (!found) throw new Error(`no form ${id}`);
  const document = makeForm(found.form, sourceOf(events.slice(0, found.event.seq)));
  return found.ink ? inkedDocument(document, found.ink, kept) : document;
}

describe('forms with ink', () => {
  test('stand beside those without, under ids of their own, and not on the roll', () => {
    const called = formsCalledFor(inked());
    expect(called.map(({ id }) => id)).toEqual(['01-2', '01-2-3', '06-3']);
    expect(called.map(papersOf)).toEqual([
      ['A5', 'A4', 'slip'],
      ['A5', 'A4'],
      ['A5', 'A4'],
    ]);
    for (const id of ['01-2-2', '01-2-4', '06-2-3', '02-2-3']) expect(formNamed(id, inked())).toBeUndefined();
  });

  test('say that the ink is evidence and no digital signature, when it was taken and of which file', () => {
    const { signatures } = documentOf(inked(), '01-2-3');
    const [applicant, officer] = signatures;
    expect(applicant?.ink?.caption).toContain('lúc 10 giờ 09 phút, ngày 26/11/2026');
    expect(applicant?.ink?.caption).toContain('là chứng cứ kèm theo văn bản, không phải chữ ký số');
    expect(applicant?.ink?.caption.replace(/ /g, '')).toContain(DOCUMENT);
    expect(officer?.ink).toBeUndefined();
  });

  test('who collects at the counter has a place to sign; nobody has where the result came another way', () => {
    const events = handedOver(returned);
    const document = documentOf(events, 'KQ-5');
    expect(document).toMatchObject({ title: 'GIẤY NHẬN KẾT QUẢ', number: `Số: ${CODE}/KQ-5` });
    expect(document.mark).toContain('không phải mẫu do pháp luật quy định');
    expect(document.signatures.map(({ titles, name }) => [titles[0], name])).toEqual([
      ['NGƯỜI NHẬN KẾT QUẢ', 'Nguyễn Văn An'],
      ['NGƯỜI TRẢ KẾT QUẢ', 'Trần Thị Bình'],
    ]);
    expect(hasPlaceToSign(document)).toBe(true);
    const online = handedOver({ ...returned, how: 'electronic' });
    expect(formsCalledFor(online).map(({ id }) => id)).toEqual(['01-2', '06-5']);
  });

  test('the receipt of what came online has no place for the applicant', () => {
    const [first, ...rest] = acceptedLedger();
    const online = { ...first, data: submitted({ channel: 'online' }) } as LedgerEvent;
    expect(hasPlaceToSign(documentOf([online, ...rest], '01-2'))).toBe(false);
  });
});

describe('as a file', () => {
  let fonts: ReturnType<typeof fontFolder>;
  beforeAll(() => {
    fonts = fontFolder();
  });
  afterAll(() => fonts.remove());
  const print = (id: string, paper: FormPaper = 'A5') =>
    renderForm(fonts.folder, documentOf(inked(), id), paper);

  test('the ink is drawn, named for who cannot see it, and the same ledger gives the same bytes', async () => {
    const [plain, first, again] = await Promise.all([print('01-2'), print('01-2-3'), print('01-2-3')]);
    expect(first.equals(again)).toBe(true);
    expect(first.equals(plain)).toBe(false);
    expect(first.toString('latin1').match(/\/S \/Figure/g)).toHaveLength(3);
    expect(plain.toString('latin1').match(/\/S \/Figure/g)).toHaveLength(2);
    const text = (await textOfPages(first)).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('không phải chữ ký số');
    expect(text.replace(/ /g, '')).toContain(DOCUMENT);
  });

  test.each(['A5', 'A4'] as const)('it fits on one page of %s', async paper => {
    expect(await textOfPages(await print('01-2-3', paper))).toHaveLength(1);
  });
});
