import { BETWEEN } from '../../domain/money/platform/check-code.ts';

/** A text on one line without the sign that separates the fields of check codes, at most so long. */
export const line = (text: string, most: number): string =>
  text.normalize('NFC').replaceAll(BETWEEN, ' ').replace(/\s+/g, ' ').trim().slice(0, most).trimEnd();
