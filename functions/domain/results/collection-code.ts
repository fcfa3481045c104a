import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { addDays } from '../vietnam-time.ts';

/** How many days a code can be shown, the day of its making included. */
const DAYS = 7;

/** What a collection code (mã nhận kết quả) is bound to: nothing else of it can be changed. */
export interface Collectable {
  readonly dossier: string;
  /** The ledger entry since which the result waits: collected, or recalled, another one. */
  readonly since: number;
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string;
}

/** Whether a result waits at the counter, for who may collect it. */
export const isCollectable = ({ delivery, returnBy }: Pick<DossierHead, 'delivery' | 'returnBy'>): boolean =>
  returnBy === 'counter' && (delivery === 'ready' || delivery === 'recalled');

/** The entry since which the result waits to be collected. */
export function waitingSince(ledger: readonly LedgerEvent[]): number | undefined {
  return ledger.findLast(({ data }) =>
    ['resultIssued', 'resultReplaced', 'resultRecalled'].includes(data.type),
  )?.seq;
}

export const lastDay = (today: string): string => addDays(today, DAYS - 1);

/** What is signed. */
export const signedText = ({ dossier, since, until }: Collectable): string =>
  `${dossier}\n${since}\n${until}`;

/** As the QR code says it: one line that a scanner types, and that tells whose it is. */
export const writeCode = ({ dossier, until }: Collectable, seal: string): string =>
  `NHANKQ ${dossier} ${until.replaceAll('-', '')} ${seal}`;

/** What was scanned; undefined where it is no such code. */
export function readCode(
  text: string,
): { readonly dossier: string; readonly until: string; readonly seal: string } | undefined {
  const [, dossier, year, month, day, seal] =
    /^NHANKQ (\S+) (\d{4})(\d\d)(\d\d) ([0-9A-Z-]+)$/.exec(text.trim().toUpperCase()) ?? [];
  if (dossier === undefined || seal === undefined) return undefined;
  return { dossier, until: `${year}-${month}-${day}`, seal };
}
