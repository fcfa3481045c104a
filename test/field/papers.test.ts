import { describe, expect, test } from 'vitest';
import { shownAs } from '../../functions/domain/files/shown-as.ts';
import { refusalOfContent } from '../../functions/records/files/judge-content.ts';
import { junkBefore, protectedPdf, rightPdf } from '../support/files/odd-pdfs.ts';
import { pictureOfBrand } from '../support/files/pictures.ts';
import { citizen, OWNER, officer, readingRoom } from '../unit/access-records/reading-room.ts';

describe('files as scanners and telephones write them', () => {
  test.each(Object.entries(junkBefore))(
    'AJMitev/FileTypeChecker#52, Muraad/Mime-Detective#25, trycompai/comp#3251: a PDF after %s is a PDF',
    async (_, junk) => {
      expect(await refusalOfContent('application/pdf', Buffer.concat([junk, rightPdf()]))).toBeUndefined();
    },
  );

  test.each(['heic', 'heix', 'mif1', 'msf1', 'avif'])(
    'mysociety/fixmystreet#2871, opengovsg/FormSG#2856, Esri/data-collection-ios#184: %s named .jpg is told what it is',
    async brand => {
      const refusal = await refusalOfContent('image/jpeg', pictureOfBrand(brand));
      expect(refusal).toMatchObject({
        code: 'file-differs',
        vi: expect.stringMatching(
          /nội dung là ảnh (HEIC|AVIF), không phải ảnh JPEG như khai báo: hãy (lưu|khai báo)/,
        ),
      });
    },
  );

  test('a PDF with a password is told before an officer meets it', async () => {
    const bytes = await protectedPdf({ userPassword: '1', ownerPassword: '2' });
    expect(await refusalOfContent('application/pdf', bytes)).toMatchObject({ code: 'file-unusable' });
  });
});

describe('what citizens upload', () => {
  test('VietOpenCPS/opencps#328, #997: an officer finds it in the dossier and opens it, and the citizen sees who did', async () => {
    const room = readingRoom();
    const { code, file } = await room.withPaper();
    const handler = officer('H44.101', 'handler');
    const [paper] = (await room.read(handler, code)).body.components;
    expect(paper).toMatchObject({ state: 'handedIn', files: [{ id: file, fileName: 'paper.pdf' }] });
    const { body } = await room.open(handler, code, file);
    expect(body).toMatchObject({ id: file, shown: 'inline', urlExpiresAt: '2026-03-02T10:05:00+07:00' });
    const { items } = await room.whoRead(citizen(OWNER), { dossier: code });
    expect(items).toContainEqual(
      expect.objectContaining({ operation: 'openFile', dossiers: [{ code, basis: 'unit', file }] }),
    );
  });

  test('so does one whose unit took over the work of the unit that had it', async () => {
    const room = readingRoom();
    const { code, file } = await room.withPaper('H44.101');
    const elsewhere = officer('H44.102', 'handler');
    await expect(room.open(elsewhere, code, file)).rejects.toMatchObject({ code: 'not-found' });
    const successor = { ...elsewhere, inherits: ['H44.101'] } as typeof elsewhere;
    expect((await room.open(successor, code, file)).body.id).toBe(file);
  });

  test('no link is given that could not be recorded', async () => {
    const room = readingRoom();
    const { code, file } = await room.withPaper();
    room.trouble.failing = new Error('the table takes no writes');
    const refused = room.open(officer('H44.101', 'handler'), code, file);
    await expect(refused).rejects.toMatchObject({ code: 'access-unrecorded' });
    expect(room.trouble.opened).toEqual([]);
  });
});

describe('names of files', () => {
  const headerOf = (fileName: string) => shownAs({ fileName, contentType: 'application/pdf' }).header;

  test.each([
    [
      'medusajs/medusa#14209',
      'Bản vẽ thiết kế.pdf',
      'B%E1%BA%A3n%20v%E1%BA%BD%20thi%E1%BA%BFt%20k%E1%BA%BF.pdf',
    ],
    ['waha#2279', 'Bản vẽ.pdf'.normalize('NFD'), 'B%E1%BA%A3n%20v%E1%BA%BD.pdf'],
    ['dataverse#4524', 'a  b.pdf', 'a%20b.pdf'],
    ['heypinchy/pinchy#729', 'a%2Fb.pdf', 'a%252Fb.pdf'],
    ['formkiq-core#339', 'a"b;c.pdf', 'a_b%3Bc.pdf'],
  ])('%s: %j stays itself in the header', (_, fileName, encoded) => {
    expect(headerOf(fileName)).toMatch(/^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''\S+$/);
    expect(headerOf(fileName).split("UTF-8''")[1]).toBe(encoded);
  });
});
