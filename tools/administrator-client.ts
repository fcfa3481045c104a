import { readFileSync } from 'node:fs';
import { ApiClient, ApiRefusal, devClient } from '../start/api-client.ts';
import { messageOf, Refusal } from './refusal.mjs';

/** Options of every tool that asks the API as an administrator. */
export const ADMINISTRATOR_OPTIONS = {
  api: { type: 'string' },
  'token-file': { type: 'string' },
} as const;

/**
 * A caller with an administrator's rights: by the token in a file or in the environment, which no list of processes and
 * no shell history shows, or else by a development token of the embedded host.
 */
export async function administratorClient(options: {
  api?: string | undefined;
  'token-file'?: string | undefined;
}): Promise<ApiClient> {
  const api = addressOf(options.api ?? 'http://127.0.0.1:8080');
  const file = options['token-file'];
  const given = process.env['MOTCUA_TOKEN'];
  if (file !== undefined) return new ApiClient(api, tokenOf(read(file), `--token-file ${file}`), 'en');
  if (given) return new ApiClient(api, tokenOf(given, 'MOTCUA_TOKEN'), 'en');
  try {
    return await devClient(api, { kind: 'administrator', id: 'quantri.h44', unit: 'H44' }, 'en');
  } catch (cause) {
    if (!(cause instanceof ApiRefusal)) throw cause;
    throw new Refusal(
      {
        vi: `${api} không cấp mã truy cập thử: hãy đặt mã của quản trị viên vào biến môi trường MOTCUA_TOKEN hoặc vào tệp nêu ở --token-file.`,
        en: `${api} does not issue development tokens: put an administrator's token in the environment variable MOTCUA_TOKEN, or in the file named by --token-file.`,
      },
      { cause },
    );
  }
}

function addressOf(given: string): string {
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol)) return given.replace(/\/+$/, '');
  throw new Refusal({
    vi: `Địa chỉ API “${given}” không đúng: cần dạng https://… hoặc http://….`,
    en: `“${given}” is not an API address: it must begin with https:// or http://.`,
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Refusal(
      {
        vi: `Không đọc được tệp mã truy cập ${file} (${messageOf(cause)}).`,
        en: `The token file ${file} cannot be read (${messageOf(cause)}).`,
      },
      { cause },
    );
  }
}

/** A token as a header takes it; what is wrong with another is told without showing it. */
function tokenOf(text: string, where: string): string {
  const token = text.trim();
  if (/^[\w.~+/=-]+$/.test(token)) return token;
  throw new Refusal({
    vi: `${where} phải chứa đúng một mã truy cập, trên một dòng.`,
    en: `${where} must contain exactly one token, on one line.`,
  });
}
