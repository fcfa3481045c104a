import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';
import type { Read, ReadingWarning } from './reading.ts';

type Level = Procedure['levels'][number];

const LEVELS = new Map<string, Level>([
  ['cấp bộ', 'ministry'],
  ['cấp tỉnh', 'province'],
  ['cấp xã', 'commune'],
  ['cơ quan khác', 'other'],
]);

/**
 * Levels of government that carry out a procedure (cấp thực hiện). An unknown one (the abolished "Cấp huyện") is
 * skipped with a warning.
 */
export function readLevels(cells: readonly string[], field: string): Read<Level[]> {
  const value: Level[] = [];
  const warnings: ReadingWarning[] = [];
  for (const [index, cell] of cells.entries()) {
    const level = LEVELS.get(cell.normalize('NFC').trim().toLowerCase());
    if (level === undefined) {
      warnings.push({
        code: 'level-unknown',
        field: `${field}/${index}`,
        message: { vi: `Không có cấp thực hiện “${cell}”.`, en: `The level "${cell}" is unknown.` },
      });
    } else if (!value.includes(level)) value.push(level);
  }
  if (cells.length === 0) {
    warnings.push({
      code: 'levels-missing',
      field,
      message: { vi: 'Không nêu cấp thực hiện.', en: 'It does not say which level carries it out.' },
    });
  }
  return { value, warnings };
}
