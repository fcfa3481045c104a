import { describe, expect, test } from 'vitest';
import { shownAs } from '../../functions/domain/files/shown-as.ts';
import { refusalOfContent } from '../../functions/platform/files/judge-content.ts';
import { junkBefore, protectedPdf, rightPdf } from '../support/files/odd-pdfs.ts';
import { pictureOfBrand } from '../support/files/pictures.ts';

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
        vi: expect.stringMatching(/nội dung là ảnh (HEIC|AVIF), không phải ảnh JPEG như khai báo: hãy lưu/),
      });
    },
  );

  test('a PDF with a password is told before an officer meets it', async () => {
    const bytes = await protectedPdf({ userPassword: '1', ownerPassword: '2' });
    expect(await refusalOfContent('application/pdf', bytes)).toMatchObject({ code: 'file-unusable' });
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
