import { describe, expect, test } from 'vitest';
import { textOf } from '../../../functions/domain/digitizing/page-text.ts';
import { joinedPdf } from '../../../functions/features/digitizing/readers/joined-pdf.ts';
import { openFile } from '../../../functions/features/digitizing/readers/open-file.ts';
import { pdfPages } from '../../../functions/features/digitizing/readers/pdf-pages.ts';
import { searchablePdf } from '../../../functions/features/digitizing/readers/searchable-pdf.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import {
  APPLICATION,
  jpegOf,
  letterErrors,
  printed,
  scannedPdf,
  spoilt,
  typedPdf,
} from '../../support/digitizing/papers.ts';
import { tiffOf, WORD } from '../../support/files/attachments.ts';
import { builtPdf } from '../../support/files/built-pdf.ts';
import { rightPng } from '../../support/files/pictures.ts';

const paper = await printed(APPLICATION);

async function read(type: StoredFile['contentType'], bytes: Uint8Array) {
  const file = await openFile(type, bytes);
  if (!file) throw new Error('not opened');
  try {
    return await Promise.all(Array.from({ length: file.pages }, (_, page) => file.read(page, true)));
  } finally {
    file.close();
  }
}

describe('a file of pages', () => {
  test('with text of its own is not recognized again', async () => {
    const file = await openFile('application/pdf', await typedPdf([APPLICATION]));
    expect([file?.pages, file?.isSearchable()]).toEqual([1, true]);
    const page = await file?.read(0, false);
    expect(page?.text).toMatchObject({ source: 'layer', state: 'read', confidence: 100 });
    expect(letterErrors(APPLICATION, textOf(page?.text.lines ?? []))).toBeLessThan(0.01);
    file?.close();
  });

  test('scanned upside down, the next one empty: turned, read, and named; the copy can be searched', async () => {
    const scan = await scannedPdf([spoilt(paper, { turned: 180, askew: 2 }), spoilt(await printed(' '), {})]);
    const [first, second] = await read('application/pdf', scan);
    expect(first?.text).toMatchObject({ source: 'ocr', state: 'read', turned: 180 });
    expect(Math.abs((first?.text.skew ?? 0) + 2)).toBeLessThanOrEqual(0.2);
    expect(letterErrors(APPLICATION, textOf(first?.text.lines ?? []))).toBeLessThanOrEqual(0.02);
    expect(second?.text).toMatchObject({ state: 'blank', lines: [] });
    if (!first || !second) throw new Error('two pages');
    const parts = [
      await searchablePdf([first.shown], new Date(0)),
      await searchablePdf([second.shown], new Date(0)),
    ];
    const copy = await pdfPages(await joinedPdf(parts));
    expect(copy.count).toBe(2);
    expect(textOf(copy.layer(0))).toContain('phường Nông Trang, tỉnh Phú Thọ');
    const [line] = copy.layer(0).filter(({ text }) => text.includes('025187001234'));
    const [said] = first.text.lines.filter(({ text }) => text.includes('025187001234'));
    expect(Math.abs((line?.box.top ?? 0) - (said?.box.top ?? 1))).toBeLessThan(0.02);
    copy.close();
  });

  test('photographed in shadow is read', async () => {
    const [page] = await read('image/jpeg', jpegOf(spoilt(paper, { shadowed: true })));
    expect(page?.text).toMatchObject({ source: 'ocr', state: 'read' });
    expect(letterErrors(APPLICATION, textOf(page?.text.lines ?? []))).toBeLessThanOrEqual(0.05);
  });

  test('of other kinds is opened: TIFF page by page, PNG; an attachment has none', async () => {
    const size = { width: 60, height: 80 };
    expect((await read('image/tiff', tiffOf([size, size]))).map(({ text }) => text.state)).toEqual([
      'blank',
      'blank',
    ]);
    expect((await read('image/png', rightPng())).map(({ text }) => text.state)).toEqual(['blank']);
    expect(await openFile(WORD, Buffer.from('PK'))).toBeUndefined();
  });

  test('with a page that no reader takes names it, and reads the others', async () => {
    const broken = builtPdf({ pages: 2 })
      .toString('latin1')
      .replace('/Kids [3 0 R 3 0 R ]', '/Kids [3 0 R 9 0 R ]');
    const pages = await read('application/pdf', Buffer.from(broken, 'latin1'));
    expect(pages.map(({ text }) => text.state)).toEqual(['blank', 'unreadable']);
  });
});
