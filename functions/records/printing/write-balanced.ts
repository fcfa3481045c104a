import type { Setting, Sheet } from './sheet.ts';

/** How much narrower each try is. */
const STEP = 0.04;

/** Writes a heading in lines of about equal length: no word stands alone on the last one. */
export function writeBalanced(sheet: Sheet, text: string, setting: Setting): void {
  const { left = 0, width = sheet.textWidth } = setting;
  const count = sheet.linesOf(text, setting).length;
  let narrow = width;
  for (let tried = width; tried > width / 2; tried -= width * STEP) {
    if (sheet.linesOf(text, { ...setting, width: tried }).length > count) break;
    narrow = tried;
  }
  sheet.write(text, { ...setting, left: left + (width - narrow) / 2, width: narrow });
}
