import type { FormBlock } from '../../domain/forms/form-document.ts';
import type { Setting, Sheet } from '../printing/sheet.ts';
import { writeTable } from '../printing/write-table.ts';
import type { Look } from './look.ts';

/** Writes a part of a form below what is there. `narrow`: tables have no room, so their rows are lines. */
export function writeBlock(sheet: Sheet, block: FormBlock, { size }: Look, narrow: boolean): void {
  const gap = size * 0.15;
  switch (block.kind) {
    case 'fact':
      sheet.write(`${block.label}: ${block.value}`, { size, ...(block.strong && { style: 'bold' }) }, gap);
      return;
    case 'text':
      // A note begins with its heading, which is not left alone at the foot of a page.
      if (block.look === 'note') sheet.demandRoom(size * 4);
      sheet.write(block.text, { size, ...lookOf(block.look ?? 'plain', size) }, gap);
      return;
    case 'table':
      sheet.y += gap;
      if (narrow)
        for (const [order = '', name = '', ...rest] of block.rows)
          sheet.write(`${order}. ${name} (${rest.filter(text => text !== '').join(': ')})`, { size }, gap);
      else if (block.rows.length > 0) writeTable(sheet, block, size * 0.95);
      sheet.y += gap * 3;
  }
}

function lookOf(
  look: NonNullable<Extract<FormBlock, { kind: 'text' }>['look']>,
  size: number,
): Partial<Setting> {
  switch (look) {
    case 'plain':
      return { align: 'justified', indented: true };
    case 'addressee':
      return { align: 'center', size: size + 1 };
    case 'note':
      return { size: size * 0.9 };
  }
}
