import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { AccessPart } from '../../../schemas/stored/access-record.ts';
import { type Concerned, isConcerned } from '../../domain/rights/own-dossier.ts';
import { type AccessDeps, type Reads, recordReads } from '../audit-log/record-reads.ts';
import type { ApplicantNames } from './applicant-names.ts';
import type { DossierLists } from './dossier-lists.ts';

/** What showing applicants’ names in a list needs. */
export interface NamingDeps extends AccessDeps {
  readonly names: ApplicantNames;
}

/** A dossier with what says whether an officer is to have nothing to do with it. */
type Nameable = Reads['dossiers'][number] & Concerned & Required<Pick<Concerned, 'interests'>>;

/** Whose names are to be shown to whom, and what else of their data the list shows. */
export interface Naming extends Pick<Reads, 'caller' | 'access' | 'now' | 'operation'> {
  readonly expand: 'applicant' | undefined;
  readonly dossiers: readonly Nameable[];
  /** Dossiers found by their applicant: that reveals something about the person even if no name is shown. */
  readonly found?: readonly Nameable[];
}

/** The current heads of listed dossiers: the access record derives from them why each was shown. */
export async function headsOf(
  lists: Pick<DossierLists, 'fetch'>,
  codes: readonly string[],
): Promise<DossierHead[]> {
  const dossiers = await lists.fetch([...new Set(codes)]);
  return dossiers.flatMap(dossier => (dossier ? [dossier.head] : []));
}

/** The members that name the applicant beside a dossier; none unless names were requested. */
export type NameOf = (code: string) => { applicantName?: string };

/**
 * Records what is about to be shown, then reads the requested names; not those of dossiers that the
 * caller is to have nothing to do with.
 */
export async function shownNames(deps: NamingDeps, naming: Naming): Promise<NameOf> {
  const { expand, found = [] } = naming;
  const parts: AccessPart[] = [
    ...(found.length > 0 ? (['searchHits'] as const) : []),
    ...(expand ? (['applicant'] as const) : []),
  ];
  const dossiers = (expand ? naming.dossiers : found).filter(head => !isConcerned(head, naming.caller));
  if (dossiers.length === 0) return () => ({});
  await recordReads(deps, { ...naming, parts, dossiers });
  const names = expand ? await deps.names.of(dossiers.map(({ code }) => code)) : new Map<string, string>();
  return code => {
    const applicantName = names.get(code);
    return applicantName === undefined ? {} : { applicantName };
  };
}
