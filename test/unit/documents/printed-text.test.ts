import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unprintableCharacters } from '../../../functions/domain/printing/unprintable.ts';
import { renderDecision } from '../../../functions/features/results/render-decision.ts';
import { openRandom } from '../../../simulator/random.ts';
import { acceptedText, type TextKind, textKinds } from '../../support/documents/accepted-texts.ts';
import { bodyOf, decisionWith, fontFolder } from '../../support/documents/printed-decision.ts';
import { textOfPages } from '../../support/documents/read-pdf.ts';

let fonts: ReturnType<typeof fontFolder>;
beforeAll(() => {
  fonts = fontFolder();
});
afterAll(() => fonts.remove());

async function printed(text: string): Promise<string> {
  return bodyOf(await textOfPages(await renderDecision(fonts.folder, decisionWith({ text }))));
}

const words = (text: string) => text.split(/\s+/u).filter(word => word !== '');
const characters = (text: string) => [...text.replace(/\s+/gu, '')];

const plain: readonly TextKind[] = ['latin', 'vietnamese', 'minorities', 'otherAlphabets', 'signs'];
const eastAsian: readonly TextKind[] = ['han', 'kana', 'vietnamese'];
const complex: readonly TextKind[] = ['lao', 'khmer', 'cham', 'taiViet', 'vietnamese'];

describe('200 texts of characters that are taken are read back from their documents', () => {
  test.each(Array.from({ length: 90 }, (_, seed) => seed))('alphabets, word by word: %i', async seed => {
    const text = acceptedText(
      openRandom(`plain ${seed}`),
      seed % 2 === 0 ? plain : ['vietnamese', 'minorities'],
    );
    expect(unprintableCharacters(text)).toEqual([]);
    expect(words(await printed(text))).toEqual(words(text));
  });

  test.each(Array.from({ length: 50 }, (_, seed) => seed))('Han and kana, exactly: %i', async seed => {
    const text = acceptedText(openRandom(`han ${seed}`), eastAsian);
    expect(unprintableCharacters(text)).toEqual([]);
    expect(characters(await printed(text)).join('')).toBe(characters(text).join(''));
  });

  test.each(Array.from({ length: 40 }, (_, seed) => seed))('Lao, Khmer, Cham, Tai Viet: %i', async seed => {
    const text = acceptedText(openRandom(`complex ${seed}`), complex);
    expect(unprintableCharacters(text)).toEqual([]);
    expect(characters(await printed(text)).join('')).toBe(characters(text).join(''));
  });

  test.each(Array.from({ length: 20 }, (_, seed) => seed))('all together: %i', async seed => {
    const text = acceptedText(openRandom(`all ${seed}`), textKinds);
    expect(unprintableCharacters(text)).toEqual([]);
    expect(characters(await printed(text)).join('')).toBe(characters(text).join(''));
  });
});
