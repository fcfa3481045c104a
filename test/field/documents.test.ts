import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accepted,
  decided,
  expectRefusal,
  file,
  OWNER,
  openWorld,
  type World,
} from '../integration/api/world.ts';
import { bodyOf } from '../support/documents/printed-decision.ts';
import { textOfPages } from '../support/documents/read-pdf.ts';
import { eventually } from '../support/eventually.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld(async () => undefined);
});
afterAll(() => world.province.stop());

interface Case {
  readonly text: string;
  readonly applicant?: Record<string, unknown>;
}

const person = (name: string) => ({ kind: 'person', name, identityNumber: OWNER });

/** Approves a dossier with a text, signs it, and reads the document that the owner then fetches, page by page. */
async function issued({ text, applicant = person('Nguyễn Văn An') }: Case): Promise<string[]> {
  const { code, task } = await accepted(world, { applicant });
  const { nextTask, proposal } = await decided(world.handler, task, { decision: 'approve', text });
  await decided(world.signer, nextTask, { decision: 'approve', proposal: proposal.digest });
  const result = await eventually(async () => {
    const { body } = await world.owner.call('listResults', { params: { code } });
    return body.items[0];
  });
  return textOfPages(Buffer.from(await (await fetch(result.url)).arrayBuffer()));
}

const words = (text: string) => text.split(/\s+/u).filter(word => word !== '');

describe('text with tabs is printed whole', () => {
  const name = 'parallax/jsPDF#3490, ustaxcourt/ef-cms-flexion#437, bcgov/entity#11170';

  test(`${name}: what stands after a tab`, async () => {
    expect(words(bodyOf(await issued({ text: 'A\tB' })))).toEqual(['A', 'B']);
  });

  test(`${name}: paragraphs indented by tabs, lines longer than the page is wide, line ends of Windows`, async () => {
    const long = Array.from({ length: 60 }, (_, index) => `chữ${index}`).join(' ');
    const text = `\tĐiều 1. ${long}\r\n\t\tĐiều 2.\tDiện tích:\t120 m²\r\nĐiều 3. ${'dài'.repeat(60)}`;
    const body = bodyOf(await issued({ text }));
    expect(words(body).slice(0, 62)).toEqual(words(`Điều 1. ${long}`));
    expect(body.replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''));
  });
});

describe('letters and their marks are printed together', () => {
  const name = 'asciidoctor/asciidoctor-pdf#961, galkahana/PDF-Writer#251, 1ec5/avim#138';

  test(`${name}: decomposed text`, async () => {
    const text = 'Đồng ý cấp giấy phép cho ông Nguyễn Ẩn.';
    expect(words(bodyOf(await issued({ text: text.normalize('NFD') })))).toEqual(words(text));
  });

  test(`${name}: tones as older Vietnamese keyboards type them`, async () => {
    const text = 'Đô\u0300ng y\u0301 câ\u0301p phe\u0301p, đươ\u0323c xây dư\u0323ng';
    expect(words(bodyOf(await issued({ text })))).toEqual(words('Đồng ý cấp phép, được xây dựng'));
  });

  test(`${name}: the applicant’s name`, async () => {
    const pages = await issued({ text: 'Đồng ý.', applicant: person('Nguyễn Thị Ởn'.normalize('NFD')) });
    expect(pages.join('\n')).toContain('Chủ hồ sơ: Nguyễn Thị Ởn');
  });
});

describe('no letter of a name or text is missing', () => {
  const name = 'italia/anpr#744, kartoza/prj.app#1125, theCrag/website#4066';

  test.each([['Y Thĭnh Ƀyă Ŏng Mŭl'], ['H’Hen Êban Ƀlă'], ['王小明'], ['ສົມພອນ'], ['Иван Петров']])(
    `${name}: %s`,
    async own => {
      const pages = await issued({ text: `Đồng ý cấp cho ${own}.`, applicant: person(own) });
      expect(words(bodyOf(pages, own)).join(' ')).toBe(`Đồng ý cấp cho ${own}.`);
    },
  );

  test(`${name}: signs`, async () => {
    const text = '☑ Đạt ☐ Không đạt ① Mặt bằng → Ⅳ tầng, ≤ 12 m², 50 ₫, ½';
    expect(words(bodyOf(await issued({ text })))).toEqual(words(text));
  });

  test(`${name}: what no font prints is refused before the decision is taken, by its name and place`, async () => {
    const { handler, signer } = world;
    const { code, task } = await accepted(world);
    const approve = (text: string, language = 'vi') =>
      handler.call('decideTask', {
        params: { id: task },
        body: { decision: 'approve', text },
        headers: { 'accept-language': language },
      });
    const refused = await approve('Đồng ý 😀 và שלום.');
    expectRefusal(refused, 422, 'text-not-printable');
    expect(refused.body.detail).toContain('😀 (U+1F600; nội dung quyết định, vị trí 8)');
    expect(refused.body.characters).toContainEqual({
      character: 'ש',
      codePoint: 'U+05E9',
      part: 'text',
      position: 13,
    });
    expect((await approve('Đồng ý 😀.', 'en')).body.detail).toContain('the text of the decision, position 8');
    const still = await handler.call('getTask', { params: { id: task } });
    expect(still.body).toMatchObject({ closed: null });

    const { nextTask } = await decided(handler, task, { decision: 'approve', text: 'Đồng ý.' });
    const refusal = { decision: 'refuse', reason: 'Chưa đủ điều kiện 😀' };
    expectRefusal(
      await signer.call('decideTask', { params: { id: nextTask }, body: refusal }),
      422,
      'text-not-printable',
    );
    expect((await world.owner.call('getDossier', { params: { code } })).body.handling).toBe('processing');
  });

  test(`${name}: a name that no font prints stops a printed result, and not one given as a file`, async () => {
    const { task } = await accepted(world, { applicant: person('ישראל ישראלי') });
    const refused = await world.handler.call('decideTask', {
      params: { id: task },
      body: { decision: 'approve', text: 'Đồng ý.' },
    });
    expectRefusal(refused, 422, 'text-not-printable');
    expect(refused.body.detail).toContain('tên chủ hồ sơ');
    const resultFile = await file(world.handler);
    await decided(world.handler, task, { decision: 'approve', resultFile });
  });

  test(`${name}: what no text needs is refused where it comes in`, async () => {
    const { task } = await accepted(world);
    const answer = await world.handler.call('decideTask', {
      params: { id: task },
      body: { decision: 'approve', text: 'Đồng\u202E ý\u0007' },
    });
    expectRefusal(answer, 422, 'request-invalid');
    expect(answer.body.errors).toEqual([
      {
        pointer: '/text',
        message:
          'có ký tự không được dùng trong văn bản (vị trí 5: U+202E RIGHT-TO-LEFT OVERRIDE; vị trí 8: U+0007 BELL)',
      },
    ]);
  });
});
