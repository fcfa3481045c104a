import { secondAdministrator } from '../../../law/rights/two-people.ts';
import type { ChangePreview } from '../../../schemas/api/proposed-change.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { ChangeContent, StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import { DAY, type Instant, toRfc3339 } from '../vietnam-time.ts';
import { aboutChange } from './about.ts';
import { proposedDigest, withEntry } from './trail.ts';

/** What a change would touch, and a digest of what that was found from. */
export interface Plan {
  readonly preview: ChangePreview;
  readonly basis: string;
}

/** A change that waits for a second administrator. */
export function proposedBy(
  officer: Pick<OfficerPrincipal, 'id' | 'person'>,
  { id, content, plan, now }: { id: string; content: ChangeContent; plan: Plan; now: Instant },
): StoredProposedChange {
  const { kind } = content;
  const at = toRfc3339(now);
  const person = officer.person === undefined ? {} : { proposer: officer.person };
  const digest = proposedDigest({ kind, ...plan, ...person }, content);
  return {
    id,
    kind,
    about: aboutChange(content),
    status: 'proposed',
    ...plan,
    proposedBy: officer.id,
    ...person,
    proposedAt: at,
    confirmBefore: toRfc3339(now + secondAdministrator.daysToConfirm * DAY),
    confirmedBy: null,
    confirmedAt: null,
    withdrawnBy: null,
    withdrawnAt: null,
    withdrawnBecause: null,
    doneAt: null,
    progress: { changed: 0, unchanged: 0, conflicts: 0, failed: 0 },
    place: null,
    rounds: 0,
    changedInRound: 0,
    trail: withEntry([], { at, by: officer.id, what: 'proposed', content: digest }),
    version: 1,
  };
}
