import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { Dong } from '../../../../schemas/money/dong.ts';
import type { CashDrawer } from '../../../../schemas/money/drawer.ts';
import { type Instant, toRfc3339 } from '../../vietnam-time.ts';
import { dong } from '../../wording/amounts.ts';
import type { Takings } from './takings.ts';

/** What was counted, by whom and when. */
export interface Counted {
  readonly by: string;
  readonly now: Instant;
  readonly counted: Dong;
  readonly note: string | undefined;
}

/** A drawer closed with what was counted in it; a difference is refused without a note on it. */
export function closedDrawer(
  drawer: CashDrawer,
  { takenIn, paidOut, expected }: Takings,
  { by, now, counted, note }: Counted,
): CashDrawer {
  if (drawer.closing) throw drawerClosed();
  const difference = counted - expected;
  if (difference !== 0 && note === undefined) throw unexplained(expected, difference);
  const closing = { at: toRfc3339(now), by, takenIn, paidOut, expected, counted, difference };
  return { ...drawer, closing: { ...closing, note: note ?? null }, version: drawer.version + 1 };
}

export function drawerClosed(): ProblemError {
  return new ProblemError('state-conflict', {
    vi: 'Két này đã đóng và không thay đổi được nữa: hãy tải lại trang.',
    en: 'This drawer is closed, and changes no more: read the list again.',
  });
}

function unexplained(expected: number, difference: number): ProblemError {
  const [much, way] = [dong(Math.abs(difference)), difference > 0 ? 'thừa' : 'thiếu'];
  const english = difference > 0 ? 'more' : 'less';
  return new ProblemError(
    'request-invalid',
    {
      vi: `Theo sổ, két phải có ${expected < 0 ? '−' : ''}${dong(Math.abs(expected))}; kiểm đếm ${way} ${much}. Hãy đếm lại, hoặc ghi rõ lý do.`,
      en: `By the ledger the drawer should hold ${expected} đồng; ${Math.abs(difference)} ${english} was counted. Count again, or note why.`,
    },
    {
      faults: [
        {
          pointer: '/note',
          message: { vi: `phải giải trình số tiền ${way}`, en: 'must say why the count differs' },
        },
      ],
    },
  );
}
