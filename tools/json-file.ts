import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { jsonTextOf } from '../schemas/json-text.ts';
import { type FieldFault, readBy } from '../schemas/wording/field-faults.ts';
import type { Words } from '../schemas/words.ts';
import { messageOf, Refusal } from './refusal.mjs';

/** Most faults that one sentence names. */
const MOST = 8;

/**
 * Reads a file of JSON by its schema. Throws a `Refusal` that names the file, each field at fault, and what would be
 * right.
 */
export function readJsonFile<S extends z.ZodType>(file: string | URL, schema: S): z.output<S> {
  const reading = readBy(schema, parseJsonFile(file));
  if ('data' in reading) return reading.data;
  throw notRight(nameOf(file), reading.faults.map(toldOf));
}

/** Reads a file of JSON, whatever it holds. A byte order mark, which editors on Windows write, is passed over. */
export function parseJsonFile(file: string | URL): unknown {
  const name = nameOf(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new Refusal(
      {
        vi: `Không đọc được tệp ${name} (${messageOf(cause)}).`,
        en: `The file ${name} cannot be read (${messageOf(cause)}).`,
      },
      { cause },
    );
  }
  const read = jsonTextOf(bytes);
  if ('because' in read) {
    const { vi, en } = read.because;
    throw new Refusal({ vi: `Tệp ${name} ${vi}.`, en: `The file ${name} cannot be read: ${en}.` });
  }
  try {
    return JSON.parse(read.text);
  } catch (cause) {
    throw new Refusal(
      {
        vi: `Tệp ${name} không phải JSON đúng cú pháp (${messageOf(cause)}).`,
        en: `The file ${name} is not well-formed JSON (${messageOf(cause)}).`,
      },
      { cause },
    );
  }
}

/** What is wrong with a file, in one sentence. */
export function notRight(name: string, faults: readonly Words[]): Refusal {
  const more = faults.length - MOST;
  const list = (language: keyof Words) =>
    faults
      .slice(0, MOST)
      .map(fault => fault[language])
      .join('; ');
  return new Refusal({
    vi: `${name} chưa đúng: ${list('vi')}${more > 0 ? `; và ${more} lỗi khác` : ''}.`,
    en: `${name} is invalid: ${list('en')}${more > 0 ? `; and ${more} more` : ''}.`,
  });
}

/** A fault with the field it is in, as `issuers.0.audience`. */
export function toldOf({ pointer, message }: FieldFault): Words {
  const field = pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  return {
    vi: `${field || 'toàn bộ tệp'}: ${message.vi}`,
    en: `${field || 'the whole file'}: ${message.en}`,
  };
}

/** A file as people name it. */
export function nameOf(file: string | URL): string {
  return file instanceof URL ? decodeURIComponent(file.pathname) : file;
}
