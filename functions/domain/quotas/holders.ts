import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { ApplicantKind } from '../../../schemas/dossier/applicant.ts';
import type { AccountHolder, SharedHolder } from './quota.ts';

type Holder = AccountHolder | SharedHolder;

/** Who a request counts against: the account that asks. */
export function holdersOf(actor: Actor): Holder[] {
  switch (actor.kind) {
    case 'citizen':
    case 'foreigner':
      return [{ of: 'person', id: actor.key }];
    case 'organisation':
      return [{ of: 'organisation', id: actor.key }];
    case 'officer':
    case 'portal':
      return [{ of: actor.kind, id: actor.id }];
    case 'system':
      return [];
  }
}

const PEOPLE: ReadonlySet<ApplicantKind> = new Set(['person', 'foreigner', 'personWithoutNumber']);

/**
 * Who a submission counts against: the account that submits, or the applicant for whom a portal does, so that whoever
 * uses up their quota cannot go on through another door; the portal; the procedure. What an officer records counts
 * against nobody: the centre must receive a complete dossier of whoever stands before it (NĐ 118/2025/NĐ-CP), how
 * often they submitted online is no reason to send them away, and nobody floods a counter by hand.
 */
export function holdersOfSubmission(
  actor: Actor,
  {
    owner,
    kind,
    procedure,
  }: { readonly owner: string; readonly kind: ApplicantKind; readonly procedure: string },
): Holder[] {
  if (actor.kind === 'officer') return [];
  const applicant: AccountHolder = { of: PEOPLE.has(kind) ? 'person' : 'organisation', id: owner };
  return [
    ...holdersOf(actor),
    ...(actor.kind === 'portal' ? [applicant] : []),
    { of: 'procedure', id: procedure },
  ];
}
