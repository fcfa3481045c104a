// @ts-check
// The folder that `npm start` keeps everything in. Plain JavaScript: one that cannot be used is told before anything is installed.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { messageOf, Refusal } from '../tools/refusal.mjs';

/**
 * Makes the folder when it is missing, and tries whether files can be written in it. Throws a `Refusal` when not.
 * @param {string} given as on the command line
 * @returns {string} its absolute path
 */
export function openDataFolder(given) {
  const folder = resolve(given);
  try {
    make(folder);
    const trial = mkdtempSync(join(folder, '.trial-'));
    try {
      writeFileSync(join(trial, 'file'), 'x');
    } finally {
      rmSync(trial, { recursive: true, force: true });
    }
    return folder;
  } catch (cause) {
    const why = messageOf(cause);
    throw new Refusal(
      {
        vi: `Không ghi được vào thư mục dữ liệu ${folder} (${why}): hãy chọn thư mục khác bằng --data.`,
        en: `The data folder ${folder} cannot be written to (${why}): choose another with --data.`,
      },
      { cause },
    );
  }
}

/**
 * Folder by folder: Node's own `recursive` never ends where the system says that a folder which is there is not, as
 * under /proc.
 * @param {string} folder
 */
function make(folder) {
  if (existsSync(folder)) return;
  make(dirname(folder));
  mkdirSync(folder);
}
