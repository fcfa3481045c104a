import type * as z from 'zod';
import type { explanationEntryText } from '../../../schemas/deadline.ts';
import type { ExplanationEntry } from './explanation-entry.ts';
import { reasonText } from './explanation-text.ts';

/** The entries of an explanation as they are sent, reasons in words. */
export function explanationView(
  entries: readonly ExplanationEntry[],
  language: 'vi' | 'en',
): z.infer<typeof explanationEntryText>[] {
  return entries.map(entry => ({
    date: entry.date,
    counted: entry.counted,
    reason: reasonText(entry, language),
    code: entry.reason,
    ...(entry.from !== undefined && { from: entry.from }),
    ...(entry.to !== undefined && { to: entry.to }),
  }));
}
