import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { type TakingOver, transfer } from '../../domain/dossier/decisions/transfer.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { isBroken, isCrowded } from '../commands/refusals.ts';
import { type ChangeDeps, changeDossier } from '../dossiers/change-dossier.ts';
import type { OrganizationStore } from '../organization/organization-store.ts';

export interface MoveDeps extends ChangeDeps {
  readonly organization: Pick<OrganizationStore, 'officersNamed'>;
}

/** Whose work goes to whom, by the published version of the units. */
export type Move = Pick<TakingOver, 'ended' | 'to' | 'organisationVersion' | 'proposedChange'>;

/**
 * The outcome for a dossier, actual or predicted: what was handed over, and how many of its tasks are unassigned now.
 */
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

/**
 * Hands a dossier over by an event of its own; without `apply` it only predicts. Undefined if there is nothing to
 * hand over. If others keep changing the dossier, a conflict is reported: the worker's next run still has it in its
 * list, and an administrator sees that it is left.
 */
export async function moveDossier(
  deps: MoveDeps,
  code: string,
  move: Move,
  by: { readonly actor: Actor; readonly now: Instant; readonly apply: boolean },
): Promise<Moved | undefined> {
  const handOver = (apply: boolean) =>
    changeDossier<Moved | undefined>(deps, {
      code,
      actor: by.actor,
      now: () => by.now,
      absent: () => undefined,
      async decide({ head }) {
        const event = await eventFor(deps, head, move);
        if (!event) return { stands: undefined };
        if (!apply) return { stands: told(head, event.data, 'listed') };
        return { events: [event], answer: () => told(head, event.data, 'moved') };
      },
    });
  try {
    return await handOver(by.apply);
  } catch (error) {
    if (isBroken(error)) {
      // Held until an operator has looked; the others go on.
      const nothing = { receiving: false, competent: false, tasks: 0, freed: 0 };
      return { dossier: code, from: move.ended, to: move.to, ...nothing, outcome: 'conflict' };
    }
    if (!isCrowded(error)) throw error;
    const left = await handOver(false);
    return left && { ...left, outcome: 'conflict' };
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

function told(before: DossierHead, data: EventData, outcome: Moved['outcome']): Moved {
  const { code } = before;
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
