import { useLocation } from 'preact-iso';
import { later } from '../../parts/later.tsx';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import './money.css';
import { looksAtAccounts, looksAtSettlement, managesSettlement } from './who.ts';
import { words } from './words.ts';

const rooms = {
  reconciliation: later(async () => (await import('./reconciliation/reconciliation.tsx')).Reconciliation),
  statements: later(async () => (await import('./statements/statements.tsx')).Statements),
  unsettled: later(async () => (await import('./unsettled/unsettled.tsx')).Unsettled),
  unassigned: later(async () => (await import('./unassigned/unassigned.tsx')).Unassigned),
  accounts: later(async () => (await import('./accounts/accounts.tsx')).Accounts),
  figures: later(async () => (await import('./figures/figures.tsx')).PaymentFigures),
} as const;
type Part = keyof typeof rooms;

export const BASE = '/officer/money';

/**
 * Money on its way to the treasury (kế toán thu): of the province for who looks after it, of their own unit for
 * leaders.
 */
export function Money() {
  const w = useWords(words);
  const desk = useDesk();
  const { path } = useLocation();
  const settles = looksAtSettlement(desk);
  const offered: readonly (readonly [Part, boolean])[] = [
    ['reconciliation', settles],
    ['statements', managesSettlement(desk)],
    ['unsettled', settles],
    ['unassigned', settles],
    ['accounts', looksAtAccounts(desk)],
    ['figures', looksAtAccounts(desk) || managesSettlement(desk)],
  ];
  const parts = offered.filter(([, isOffered]) => isOffered).map(([part]) => part);
  const asked = path.slice(BASE.length + 1);
  const shown = asked === '' ? parts[0] : parts.find(part => part === asked);
  const Room = shown && rooms[shown];
  return (
    <div class="stack">
      {parts.length > 1 && (
        <nav class="site-nav" aria-label={w.menu}>
          {parts.map(part => (
            <a
              key={part}
              href={`${BASE}/${part}`}
              {...(part === shown && { 'aria-current': 'page' as const })}
            >
              {w.parts[part]}
            </a>
          ))}
        </nav>
      )}
      {Room ? <Room /> : <h1>{w.none}</h1>}
    </div>
  );
}
