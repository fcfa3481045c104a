import type * as z from 'zod';
import type { historyEntry, Partly } from '../../../schemas/api/history.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { isAccount } from '../../../schemas/identity/account.ts';
import type { Reader } from '../rights/reader.ts';
import { type Audience, audiences, authorsForOfficers, closingsForHandlers } from './audience.ts';

/** An entry as shown to a reader: what is withheld is left out and named by its JSON pointer. */
export type ShownEntry = z.infer<typeof historyEntry>;

/** Who reads a ledger, and whether what it tells of is over. */
export interface LedgerReader {
  readonly reader: Reader;
  /** That of an officer, who sees whatever their own unit wrote. */
  readonly unit: string | null;
  readonly over: boolean;
}

function isFor(audience: Audience, { reader, over }: LedgerReader, writer: Actor): boolean {
  switch (audience) {
    case 'everybody':
      return true;
    case 'accounts':
      return reader !== 'outside' || over;
    case 'officers':
      return reader !== 'outside';
    case 'handlers':
      return reader === 'handler';
    case 'writersOwn':
      return reader !== 'outside' || isAccount(writer.kind) || writer.kind === 'portal';
  }
}

/**
 * A ledger entry for a reader. Hashes stay as they are: a partly withheld entry keeps its place in the chain, but its
 * own hash can be recomputed only by those who see all of it.
 */
export function entryFor(event: LedgerEvent, to: LedgerReader): ShownEntry {
  const { data, closes, actor, opens } = event;
  const own = actor.kind === 'officer' && to.unit !== null && actor.unit === to.unit;
  if (to.reader === 'handler' || own) return event;
  const members: Readonly<Record<string, Audience>> = audiences[data.type];
  // An omitted note is marked as withheld; an entry that never had one stays complete.
  const hidden = Object.entries(data)
    .filter(([member, value]) => member !== 'type' && value !== null && value !== undefined)
    .map(([member]) => member)
    .filter(member => !isFor(members[member] ?? 'handlers', to, actor));
  const hidesClosings = closingsForHandlers.has(data.type) && closes.length > 0;
  const hidesAccounts = !isFor('accounts', to, actor);
  const hidesActor =
    actor.kind === 'officer' &&
    (hidesAccounts || (to.reader === 'outside' && authorsForOfficers.has(data.type)));
  const held = hidesAccounts ? opens.flatMap((task, index) => (task.assignee === null ? [] : [index])) : [];
  if (hidden.length === 0 && !hidesClosings && !hidesActor && held.length === 0) return event;
  const shown = Object.entries(data).filter(([member]) => !hidden.includes(member));
  return {
    ...event,
    actor: hidesActor ? withoutAccount(actor) : actor,
    opens: opens.map((task, index) => (held.includes(index) ? withoutHolder(task) : task)),
    // The remaining members belong to the same kind of entry, including `type`.
    data: Object.fromEntries(shown) as Partly<EventData>,
    closes: hidesClosings ? closes.map(({ task }) => ({ task })) : closes,
    withheld: [
      ...(hidesActor ? ['/actor/id'] : []),
      ...held.map(index => `/opens/${index}/assignee`),
      ...hidden.map(member => `/data/${member}`),
      ...(hidesClosings ? closes.map((_, index) => `/closes/${index}/decision`) : []),
    ],
  };
}

const withoutAccount = ({ id: _, ...actor }: Extract<Actor, { kind: 'officer' }>) => actor;

/** A task without the account of who holds it. */
export const withoutHolder = ({ assignee: _, ...task }: PlannedTask): Omit<PlannedTask, 'assignee'> => task;

/**
 * Whether a dossier is decided or ended otherwise: from then on officers' accounts are told
 * to everybody who may read it.
 */
export const isOver = ({ decidedAt, closedAt }: Pick<DossierHead, 'decidedAt' | 'closedAt'>): boolean =>
  decidedAt !== null || closedAt !== null;
