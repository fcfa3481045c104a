import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { DossierRead } from '../../../schemas/stored/access-record.ts';
import { officerRelationsTo, unitsOf } from './relations.ts';

/** The parts of a dossier that explain why somebody may read it. */
export type Readable = Pick<DossierHead, 'code' | 'receivingUnit' | 'competentUnit' | 'tasks'> &
  Partial<Pick<DossierHead, 'representative'>>;

/**
 * The reason that follows from the reader's relation to the dossier, the closest first: a task of theirs, their
 * unit's handling, their office. `key` is the keyed digest of a reader who is an applicant. Throws a TypeError for a
 * reader without any relation: then showing them the dossier was a fault.
 */
export function basisOf(head: Readable, caller: Principal | KnownCaller, key?: string): DossierRead {
  const { code } = head;
  if (caller.kind === 'anonymous')
    throw new TypeError(`${code} was about to be shown to nobody in particular`);
  if (caller.kind !== 'officer') {
    const represents = key !== undefined && head.representative === key;
    return { code, basis: represents ? 'representative' : 'submitter' };
  }
  const units = unitsOf(caller);
  const task =
    head.tasks.find(({ assignee }) => assignee === caller.id) ??
    head.tasks.find(
      ({ assignee, unit, role }) =>
        assignee === null && units.includes(unit) && caller.roles.some(held => held === role),
    );
  if (task) return { code, basis: 'task', task: task.id };
  if (officerRelationsTo(head, caller).has('unit')) return { code, basis: 'unit' };
  if (caller.roles.includes('auditor')) return { code, basis: 'audit' };
  if (caller.roles.includes('overseer')) return { code, basis: 'oversight' };
  throw new TypeError(`${code} was about to be shown to an officer who stands in no relation to it`);
}
