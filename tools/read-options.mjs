// @ts-check
// Reads command lines. Plain JavaScript: a mistyped option is told before anything is installed.
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.mjs';

/**
 * @template {import('node:util').ParseArgsOptionsConfig} Options
 * @typedef {ReturnType<typeof parseArgs<{ options: Options, allowPositionals: true }>>} Given
 */

/**
 * Reads a command line. Throws a `Refusal` that names what is wrong and what may have been meant.
 * @template {import('node:util').ParseArgsOptionsConfig} Options
 * @param {readonly string[]} argv
 * @param {{ command: string, options: Options, positionals: number }} known how the command is called, its options, how
 * many words it takes beside
 * @returns {Given<Options>}
 */
export function readOptions(argv, { command, options, positionals }) {
  const args = argv.filter(argument => argument !== '--');
  const help = {
    vi: `${command} -- --help liệt kê các tùy chọn`,
    en: `${command} -- --help lists the options`,
  };
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'token')
      throw new Refusal({
        vi: 'Mã truy cập không được đưa vào dòng lệnh, vì lịch sử lệnh và danh sách tiến trình sẽ để lộ: hãy đặt biến môi trường MOTCUA_TOKEN, hoặc dùng --token-file TỆP.',
        en: 'A token is not taken on the command line, where the history and the list of processes show it: set the environment variable MOTCUA_TOKEN, or give --token-file FILE.',
      });
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw unknown(token.rawName, Object.keys(options), help);
    if (option.type === 'string' && (token.value === undefined || token.value.startsWith('--')))
      throw new Refusal({
        vi: `Tùy chọn --${token.name} cần một giá trị (${help.vi}).`,
        en: `The option --${token.name} needs a value (${help.en}).`,
      });
    if (option.type === 'boolean' && token.value !== undefined)
      throw new Refusal({
        vi: `Tùy chọn --${token.name} không nhận giá trị (${help.vi}).`,
        en: `The option --${token.name} takes no value (${help.en}).`,
      });
  }
  const extra = tokens.filter(({ kind }) => kind === 'positional')[positionals];
  if (extra?.kind === 'positional')
    throw new Refusal({
      vi: `Không dùng được “${extra.value}” ở đây: tùy chọn bắt đầu bằng -- (${help.vi}).`,
      en: `“${extra.value}” is of no use here: options begin with -- (${help.en}).`,
    });
  return parseArgs({ args, options, allowPositionals: true });
}

/** @param {string} given @param {readonly string[]} names @param {import('./machine.mjs').Words} help */
function unknown(given, names, help) {
  const [likely] = names
    .map(name => ({ name, far: distance(given.replace(/^-+/, ''), name) }))
    .filter(({ name, far }) => far <= 2 && far < name.length - 1)
    .sort((a, b) => a.far - b.far);
  return new Refusal({
    vi: `Không có tùy chọn ${given}${likely ? `; có phải --${likely.name}?` : ''} (${help.vi}).`,
    en: `There is no option ${given}${likely ? `; is --${likely.name} meant?` : ''} (${help.en}).`,
  });
}

/**
 * How many letters must be put in, taken out or changed to make one word of the other (Levenshtein).
 * @param {string} from @param {string} to
 */
function distance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [index, other] of [...to].entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[to.length] ?? 0;
}
