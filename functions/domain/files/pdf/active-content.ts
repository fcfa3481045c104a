import type { PdfFault } from '../refusals.ts';
import type { PdfToken } from './tokens.ts';

/**
 * Names that make a PDF do something, or hide something in it. They are looked for in every object, because readers
 * follow references through all of them.
 */
const ACTIVE: Readonly<Record<string, PdfFault>> = {
  Encrypt: 'encrypted',
  JavaScript: 'script',
  JS: 'script',
  // Forms of Adobe LiveCycle: XML with scripts, which only Adobe's reader shows.
  XFA: 'script',
  Launch: 'launch',
  AA: 'additionalActions',
  EmbeddedFile: 'embeddedFile',
  EmbeddedFiles: 'embeddedFile',
  EF: 'embeddedFile',
  RichMedia: 'embeddedFile',
};

/** The first fault in what an object says; `OpenAction` is harmless in itself: what it starts is an object, too. */
export function activeContent(tokens: Iterable<PdfToken>): PdfFault | undefined {
  for (const token of tokens) {
    if ('name' in token && Object.hasOwn(ACTIVE, token.name)) return ACTIVE[token.name];
  }
  return undefined;
}
