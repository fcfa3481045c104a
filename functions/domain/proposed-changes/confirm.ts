import { secondAdministrator } from '../../../law/rights/two-people.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ProposedChangeStatus } from '../../../schemas/api/proposed-change.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { StoredProposedChange } from '../../../schemas/stored/proposed-change.ts';
import type { Words } from '../../../schemas/words.ts';
import { isSamePerson } from '../rights/same-person.ts';
import { type Instant, parseInstant, toRfc3339 } from '../vietnam-time.ts';
import { momentText } from '../wording/dates.ts';
import type { Plan } from './propose.ts';
import { withEntry } from './trail.ts';

type Change = StoredProposedChange;
type Preview = Plan['preview'];
type Officer = Pick<OfficerPrincipal, 'id' | 'person'>;

/** Its state at an instant: what nobody confirmed in time has expired, without anything having to happen. */
export function statusAt(
  { status, confirmBefore }: Pick<Change, 'status' | 'confirmBefore'>,
  now: Instant,
): ProposedChangeStatus {
  return status === 'proposed' && now >= parseInstant(confirmBefore) ? 'expired' : status;
}

/** Refuses whoever proposed it, under another account as well. */
export function demandSecondAdministrator({ proposedBy, proposer }: Change, officer: Officer): void {
  if (!isSamePerson({ id: proposedBy, person: proposer }, officer)) return;
  throw new ProblemError('four-eyes', {
    vi: 'Ông/bà là người đề nghị thay đổi này; phải do quản trị viên khác xác nhận.',
    en: 'You proposed this change: another administrator must confirm it.',
  });
}

/** Refuses what no longer waits for confirmation. */
export function demandProposed(change: Change, now: Instant): void {
  const status = statusAt(change, now);
  if (status === 'proposed') return;
  const words = {
    confirmed: { vi: 'đã được xác nhận và đang thực hiện', en: 'was confirmed and is being carried out' },
    done: { vi: 'đã được thực hiện', en: 'was carried out' },
    withdrawn: { vi: 'đã được rút', en: 'was withdrawn' },
    expired: {
      vi: `đã hết hạn xác nhận lúc ${momentText(parseInstant(change.confirmBefore))}; hãy đề nghị lại`,
      en: `could be confirmed until ${change.confirmBefore}: propose it again`,
    },
  }[status];
  throw new ProblemError(
    'proposed-change-settled',
    { vi: `Đề nghị này ${words.vi}.`, en: `The proposed change ${words.en}.` },
    { facts: { changeStatus: status } },
  );
}

/**
 * Those that change every dossier they name; closing a procedure, a workflow and a new calendar leave the open ones as
 * they are.
 */
const TOUCHES_EACH: ReadonlySet<Change['kind']> = new Set(['units', 'transfer', 'replanning']);

/**
 * Refuses what is no longer what its preview showed: other versions in force, or clearly
 * more dossiers than it named.
 */
export function demandAsPreviewed(change: Change, { basis, preview }: Plan): void {
  const isMore = (then: number, now: number): boolean => {
    const { share, dossiers } = secondAdministrator.moreThanPreviewed;
    return now > then + Math.max(dossiers, Math.floor(then * share));
  };
  const before = change.preview;
  const touched = before.exact && preview.exact && isMore(before.dossiers, preview.dossiers);
  const endless = preview.more === true && before.more !== true;
  const more = touched || endless || isMore(before.among, preview.among);
  if (basis === change.basis && !(more && TOUCHES_EACH.has(change.kind))) return;
  throw new ProblemError(
    'proposed-change-outdated',
    basis === change.basis ? moreThanPreviewed(before, preview, touched) : BASIS_CHANGED,
    { facts: { dossiers: preview.dossiers } },
  );
}

const BASIS_CHANGED: Words = {
  vi: 'Dữ liệu làm căn cứ của đề nghị đã được người khác thay đổi; hãy rút và đề nghị lại.',
  en: 'Someone changed what the proposed change was based on: withdraw it and propose it again.',
};

function moreThanPreviewed(before: Preview, preview: Preview, touched: boolean): Words {
  if (touched)
    return {
      vi: `Thay đổi này nay tác động đến ${preview.dossiers} hồ sơ (khi đề nghị: ${before.dossiers}). Hãy rút và đề nghị lại.`,
      en: `The change would now touch ${preview.dossiers} dossiers; its preview named ${before.dossiers}. Withdraw it and propose it again.`,
    };
  return {
    vi: `Số hồ sơ trong phạm vi nay là ${preview.among} (khi đề nghị: ${before.among}). Hãy rút và đề nghị lại.`,
    en: `The change would now look at ${preview.among} dossiers; its preview looked at ${before.among}. Withdraw it and propose it again.`,
  };
}

const contentOf = (change: Change) => change.trail[0]?.content ?? '';

/** Confirmed by a second administrator; carrying it out begins. */
export function confirmedBy(change: Change, officer: Officer, now: Instant): Change {
  const at = toRfc3339(now);
  return {
    ...change,
    status: 'confirmed',
    confirmedBy: officer.id,
    confirmedAt: at,
    trail: withEntry(change.trail, { at, by: officer.id, what: 'confirmed', content: contentOf(change) }),
    version: change.version + 1,
  };
}

/** Carried out to its end. */
export function doneAt(change: Change, now: Instant): Change {
  const at = toRfc3339(now);
  const by = change.confirmedBy ?? '';
  return {
    ...change,
    status: 'done',
    doneAt: at,
    place: null,
    trail: withEntry(change.trail, { at, by, what: 'done', content: contentOf(change) }),
    version: change.version + 1,
  };
}

/** Withdrawn by who proposed it, or turned down by another administrator. */
export function withdrawnBy(change: Change, officer: Officer, reason: string | null, now: Instant): Change {
  const at = toRfc3339(now);
  return {
    ...change,
    status: 'withdrawn',
    withdrawnBy: officer.id,
    withdrawnAt: at,
    withdrawnBecause: reason,
    trail: withEntry(change.trail, { at, by: officer.id, what: 'withdrawn', content: contentOf(change) }),
    version: change.version + 1,
  };
}
