import type * as z from 'zod';
import type { historyEntry, Partly } from '../../../schemas/api/history.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData, LedgerEvent } from '../../../schemas/dossier/event.ts';
import { isAccount } from '../../../schemas/identity/account.ts';
import type { Reader } from '../rights/reader.ts';
import { type Audience, audiences, closingsForHandlers } from './audience.ts';

/** An entry as shown to a reader: what is withheld is left out and named by its JSON pointer. */
export type ShownEntry = z.infer<typeof historyEntry>;

function isFor(audience: Audience, reader: Reader, writer: Actor): boolean {
  switch (audience) {
    case 'everybody':
      return true;
    case 'officers':
      return reader !== 'outside';
    case 'handlers':
      return reader === 'handler';
    case 'writersOwn':
      return reader !== 'outside' || isAccount(writer.kind) || writer.kind === 'portal';
  }
}

/**
 * A ledger entry for a reader; `unit` is that of an officer, who sees whatever their own unit wrote. Hashes stay as
 * they are: a partly withheld entry keeps its place in the chain, but its own hash can be recomputed only by those
 * who see all of it.
 */
export function entryFor(event: LedgerEvent, reader: Reader, unit: string | null): ShownEntry {
  const { data, closes, actor } = event;
  const own = actor.kind === 'officer' && unit !== null && actor.unit === unit;
  if (reader === 'handler' || own) return event;
  const members: Readonly<Record<string, Audience>> = audiences[data.type];
  // An omitted note is marked as withheld; an entry that never had one stays complete.
  const hidden = Object.entries(data)
    .filter(([member, value]) => member !== 'type' && value !== null && value !== undefined)
    .map(([member]) => member)
    .filter(member => !isFor(members[member] ?? 'handlers', reader, actor));
  const hidesClosings = closingsForHandlers.has(data.type) && closes.length > 0;
  if (hidden.length === 0 && !hidesClosings) return event;
  const shown = Object.entries(data).filter(([member]) => !hidden.includes(member));
  return {
    ...event,
    // The remaining members belong to the same kind of entry, including `type`.
    data: Object.fromEntries(shown) as Partly<EventData>,
    closes: hidesClosings ? closes.map(({ task }) => ({ task })) : closes,
    withheld: [
      ...hidden.map(member => `/data/${member}`),
      ...(hidesClosings ? closes.map((_, index) => `/closes/${index}/decision`) : []),
    ],
  };
}
