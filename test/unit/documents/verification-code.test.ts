import { expect, test } from 'vitest';
import { decisionDocument } from '../../../functions/domain/printing/decision-document.ts';
import { renderDecision } from '../../../functions/features/results/render-decision.ts';
import { readTypedVerificationCode } from '../../../schemas/codes/verification-code.ts';
import { decisionWith, fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';

const CODE = '7QK2M-04HXT-9ZB3W-C1VND-5RYEA8';

test('a result that is made carries its code, which is read as people type it off the paper', async () => {
  const fonts = fontFolder();
  try {
    const pages = await textOfPages(await renderDecision(fonts.folder, decisionWith({})));
    expect(pages.join('\n')).toContain(CODE);
  } finally {
    fonts.remove();
  }
  expect(decisionDocument(decisionWith({})).verification).toContain(CODE);
  for (const typed of [
    CODE,
    CODE.toLowerCase(),
    CODE.replaceAll('-', ' '),
    CODE.replace('04', 'o4').replace('C1', 'cl'),
  ])
    expect(readTypedVerificationCode(typed)).toEqual({ code: CODE });
  for (const none of ['', '7QK2M', `${CODE}0`, CODE.replace('7', 'U')])
    expect(readTypedVerificationCode(none)).toHaveProperty('wrong');
});
