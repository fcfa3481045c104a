import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { Actor } from '../../../../schemas/dossier/actor.ts';
import type { EventData } from '../../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { NewEvent } from '../../../domain/dossier/context.ts';
import { type TakingOver, transfer } from '../../../domain/dossier/decisions/transfer.ts';
import type { Instant } from '../../../domain/vietnam-time.ts';
import { type ChangeDeps, decideAndCommit } from '../../../records/dossiers/change-dossier.ts';
import type { OrganizationStore } from '../../../records/organization/organization-store.ts';

export interface MoveDeps extends ChangeDeps {
  readonly organization: Pick<OrganizationStore, 'officersNamed'>;
}

/** Whose work goes to whom, by which units as published. */
export type Move = Pick<TakingOver, 'ended' | 'to' | 'organisationVersion'>;

/** What became of a dossier, or would: what was handed over, and how many tasks of it are free for others to take. */
export interface Moved {
  readonly dossier: string;
  readonly from: string;
  readonly to: string;
  readonly receiving: boolean;
  readonly competent: boolean;
  readonly tasks: number;
  readonly freed: number;
  readonly outcome: 'moved' | 'listed' | 'conflict';
}

/** Nothing of the dossier is with the unit any more: somebody was quicker, or it came to its end. */
class NothingToMove extends Error {
  override readonly name = 'NothingToMove';
}

/**
 * Hands a dossier over, by an event of its own; without `apply` it is only told what would be. Undefined where there is
 * nothing to hand over. Where others keep changing the dossier, that is told as a conflict: it is tried again by
 * whoever comes next.
 */
export async function moveDossier(
  deps: MoveDeps,
  code: string,
  move: Move,
  by: { readonly actor: Actor; readonly now: Instant; readonly apply: boolean },
): Promise<Moved | undefined> {
  const found = await deps.dossiers.find(code);
  const planned = found && (await eventFor(deps, found.head, move));
  if (!found || !planned) return undefined;
  if (!by.apply) return told(code, found.head, planned.data, 'listed');
  try {
    const changed = await decideAndCommit(deps, {
      code,
      actor: by.actor,
      now: by.now,
      async plan({ head }) {
        const event = await eventFor(deps, head, move);
        if (!event) throw new NothingToMove();
        return { events: [event] };
      },
      answer: ({ events }) => events[0]?.data ?? planned.data,
    });
    return told(code, found.head, changed.body, 'moved');
  } catch (error) {
    if (error instanceof NothingToMove) return undefined;
    const busy = error instanceof ProblemError && ['version-conflict', 'too-busy'].includes(error.code);
    if (!busy) throw error;
    return told(code, found.head, planned.data, 'conflict');
  }
}

async function eventFor(deps: MoveDeps, head: DossierHead, move: Move): Promise<NewEvent | undefined> {
  const holders = head.tasks.flatMap(({ assignee }) => assignee ?? []);
  const officers = new Map(
    holders.length === 0
      ? []
      : (await deps.organization.officersNamed(holders)).map(officer => [officer.id, officer]),
  );
  return transfer(head, {
    ...move,
    keeps({ assignee, role }) {
      const officer = officers.get(assignee ?? '');
      return officer?.active === true && officer.unit === move.to && officer.roles.includes(role);
    },
  });
}

function told(code: string, before: DossierHead, data: EventData, outcome: Moved['outcome']): Moved {
  if (data.type !== 'transferred') throw new TypeError(`${code}: ${data.type} hands nothing over`);
  const held = new Set(before.tasks.filter(({ assignee }) => assignee !== null).map(({ id }) => id));
  return {
    dossier: code,
    from: data.from,
    to: data.to,
    receiving: data.receiving,
    competent: data.competent,
    tasks: data.tasks.length,
    freed: data.tasks.filter(({ task, assignee }) => assignee === null && held.has(task)).length,
    outcome,
  };
}
