import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** The call of an execution that a token speaks for. */
export interface TokenBearer {
  readonly execution: number;
  readonly call: number;
}

/** Issues task tokens and tells its own from others. */
export interface TaskTokens {
  issue(execution: number, call: number): string;
  read(token: string): TokenBearer | undefined;
}

/**
 * Tokens that carry what they stand for, sealed with a secret of this journal: none has to be kept in memory, none
 * can be guessed, and each stays good across restarts for as long as its task waits.
 */
export function taskTokens(secret: Buffer): TaskTokens {
  const key = createSecretKey(secret);
  const seal = (body: string) => createHmac('sha256', key).update(body).digest();
  return {
    issue(execution, call) {
      const body = `${execution}.${call}`;
      return Buffer.concat([seal(body), Buffer.from(body)]).toString('base64');
    },
    read(token) {
      const bytes = Buffer.from(token, 'base64');
      // Buffer.from is lenient; only the exact text that was issued counts.
      if (bytes.length <= 32 || bytes.toString('base64') !== token) return undefined;
      const body = bytes.toString('utf8', 32);
      const parts = /^(\d+)\.(\d+)$/.exec(body);
      if (!parts || !timingSafeEqual(bytes.subarray(0, 32), seal(body))) return undefined;
      return { execution: Number(parts[1]), call: Number(parts[2]) };
    },
  };
}

/** The secret of a journal folder, made at its first opening. */
export function tokenSecret(folder: string): Buffer {
  const file = path.join(folder, 'token-secret');
  if (!fs.existsSync(file)) {
    const draft = `${file}.draft`;
    const descriptor = fs.openSync(draft, 'w', 0o600);
    fs.writeSync(descriptor, randomBytes(32));
    fs.fsyncSync(descriptor);
    fs.closeSync(descriptor);
    fs.renameSync(draft, file);
  }
  const secret = fs.readFileSync(file);
  if (secret.length !== 32) {
    throw new Error(
      `The file ${file} should hold 32 bytes, but has ${secret.length}: the task tokens issued before cannot be verified. Nothing was changed.`,
    );
  }
  return secret;
}
