import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { AccessPart } from '../../../schemas/stored/access-record.ts';
import { type AccessDeps, type Reads, recordReads } from '../audit-log/record-reads.ts';
import type { ApplicantNames } from './applicant-names.ts';
import type { DossierLists } from './dossier-lists.ts';

/** What showing applicants’ names in a list needs. */
export interface NamingDeps extends AccessDeps {
  readonly names: ApplicantNames;
}

/** Whose names are to be shown to whom, and what else of their data the list shows. */
export interface Naming extends Pick<Reads, 'caller' | 'access' | 'now' | 'operation'> {
  readonly expand: 'applicant' | undefined;
  readonly dossiers: Reads['dossiers'];
  /** Dossiers found by their applicant: that reveals something about the person even if no name is shown. */
  readonly found?: Reads['dossiers'];
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

/** Records what is about to be shown, then reads the requested names. */
export async function shownNames(deps: NamingDeps, naming: Naming): Promise<NameOf> {
  const { expand, found = [] } = naming;
  const parts: AccessPart[] = [
    ...(found.length > 0 ? (['searchHits'] as const) : []),
    ...(expand ? (['applicant'] as const) : []),
  ];
  const dossiers = expand ? naming.dossiers : found;
  if (dossiers.length === 0) return () => ({});
  await recordReads(deps, { ...naming, parts, dossiers });
  const names = expand ? await deps.names.of(dossiers.map(({ code }) => code)) : new Map<string, string>();
  return code => {
    const applicantName = names.get(code);
    return applicantName === undefined ? {} : { applicantName };
  };
}
