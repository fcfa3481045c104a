import law from '../../../law/signature-verdicts.json' with { type: 'json' };
import type { SignatureReason, SignatureVerdict } from '../../../schemas/signatures/report.ts';

export type ReasonCode = keyof typeof law.signatures | keyof typeof law.files;

const KNOWN: Readonly<Record<string, { readonly weight: string; readonly vi: string; readonly en: string }>> =
  {
    ...law.signatures,
    ...law.files,
  };

const entryOf = (code: string) => KNOWN[code] ?? law.signatures['not-judged'];

/** A reason in the words of law/signature-verdicts.json. */
export function reason(code: string): SignatureReason {
  const { vi, en } = entryOf(code);
  return { code, vi, en };
}

const ORDER = ['invalid', 'indeterminate', 'note'];
const weightOf = (code: string): number => ORDER.indexOf(entryOf(code).weight);

/** Each reason once, the heaviest first. */
export const reasonsOf = (codes: Iterable<string>): SignatureReason[] =>
  [...new Set(codes)].sort((a, b) => weightOf(a) - weightOf(b)).map(reason);

/** What the reasons come to. */
export function verdictOf(codes: Iterable<string>): SignatureVerdict {
  const heaviest = Math.min(ORDER.length - 1, ...[...codes].map(weightOf));
  return heaviest === 0 ? 'invalid' : heaviest === 1 ? 'indeterminate' : 'valid';
}
