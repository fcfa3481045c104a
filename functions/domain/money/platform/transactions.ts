import { withoutNeedless } from '../../../../schemas/text-faults.ts';

/** The platform's number of a transaction, which is compared and kept as it is; undefined for what cannot be one. */
export const readTransaction = (told: unknown): string | undefined =>
  typeof told === 'string' && /^[\w.:/-]{1,100}$/.test(told) ? told : undefined;

/** A text of the platform that people are shown: on one line, without characters that no text needs. */
export const readLine = (text: string, most = 300): string =>
  withoutNeedless(text.normalize('NFC')).replace(/\s+/g, ' ').trim().slice(0, most);
