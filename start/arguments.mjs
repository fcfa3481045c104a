// @ts-check
// The command line of `npm start`. Plain JavaScript: it is read, and refused, before anything is installed.
import { readFileSync } from 'node:fs';
import { readOptions } from '../tools/read-options.mjs';
import { Refusal } from '../tools/refusal.mjs';

/**
 * What `npm start` was asked for.
 * @typedef {{ readonly port: number, readonly data: string, readonly speed: number, readonly demo: boolean, readonly bare: boolean, readonly throttled: boolean, readonly help: boolean }} StartOptions
 */

export const HELP = readFileSync(new URL('./main.help.txt', import.meta.url), 'utf8').trimEnd();

/**
 * Reads the command line. Throws a `Refusal` that names what is wrong.
 * @param {readonly string[]} argv
 * @returns {StartOptions}
 */
export function readArguments(argv) {
  const { values } = readOptions(argv, {
    command: 'npm start',
    positionals: 0,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      speed: { type: 'string' },
      'no-demo': { type: 'boolean' },
      bare: { type: 'boolean' },
      unthrottled: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.data?.trim() === '')
    throw new Refusal({
      vi: 'Tùy chọn --data cần tên một thư mục.',
      en: 'The option --data needs the name of a folder.',
    });
  return {
    port: number('--port', values.port ?? '8080', 1, 65534),
    data: values.data ?? '.data',
    speed: number('--speed', values.speed ?? '1', 1, 1_000_000),
    demo: !values['no-demo'],
    bare: values.bare ?? false,
    throttled: !values.unthrottled,
    help: values.help ?? false,
  };
}

/** @param {string} option @param {string} text @param {number} least @param {number} most */
function number(option, text, least, most) {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Refusal({
    vi: `Tùy chọn ${option} nhận một số nguyên từ ${least} đến ${most}, không phải “${text}”.`,
    en: `The option ${option} takes a whole number from ${least} to ${most}, not “${text}”.`,
  });
}
