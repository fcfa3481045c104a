import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { Digitization } from '../../../schemas/stored/digitization.ts';
import type { StoredFile } from '../../../schemas/stored/file.ts';
import { type CertifiedCopy, certifiedCopies } from '../../domain/digitizing/certified-copies.ts';
import { handedIn } from '../../domain/dossier/handed-in.ts';
import { differencesFrom, type Stated } from '../../domain/extraction/compare.ts';
import { hintsFor } from '../../domain/hints/paper-hints.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { certifiedKey, type DerivedObjects } from '../../records/digitizing/derived-objects.ts';
import type { DigitizationStore } from '../../records/digitizing/digitization-store.ts';
import { pagesOf } from '../../records/digitizing/pages-of.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { demandOpenable } from './demand-openable.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['getDigitization'];

export interface DigitizationDeps extends ReadingDeps {
  readonly digitizations: Pick<DigitizationStore, 'find'>;
  readonly derived: Pick<DerivedObjects, 'get'>;
  /** Whether officers are given hints. */
  readonly paperHints: boolean;
}

/**
 * What was read of a file of a dossier, for those who may open the file: what it says, where it differs from the form,
 * and hints for officers. Nothing of it changes the dossier.
 */
export async function getDigitization(
  deps: DigitizationDeps,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const [found, events, record, people, { procedure }] = await Promise.all([
    deps.files.find(call.params.id),
    soundLedger(deps.dossiers, head),
    deps.digitizations.find(call.params.id),
    deps.dossiers.people(head.code),
    deps.rules.load(head.rules),
  ]);
  const { file, role } = demandOpenable(found, { head, events }, call.caller);
  await recordReads(deps, {
    ...call,
    operation: 'getDigitization',
    parts: [role],
    dossiers: [head],
    file: file.id,
  });
  const handed = handedIn(events, procedure.components).flatMap(({ files }) => files.map(({ id }) => id));
  const others = await deps.files.findAll(handed.filter(id => id !== file.id));
  const hinted = deps.paperHints && call.caller.kind === 'officer' && record?.state === 'done';
  const hints = hinted ? hintsFor(record, await pagesOf(deps.derived, record), procedure.components) : [];
  const [links, certification] = await Promise.all([
    linksTo(deps, file, record),
    certificationOf(deps, file, certifiedCopies(events).get(file.id)),
  ]);
  return {
    body: {
      ...stateOf(file, record),
      alsoHandedInAs: others.filter(({ sha256 }) => sha256 === file.sha256).map(({ id }) => id),
      findings: record?.findings ?? [],
      differences: people ? differencesFrom(stated(people.applicant), record?.findings ?? []) : [],
      hints,
      certification,
      ...links,
      urlExpiresAt: toRfc3339(call.now + LINK_LIFE * 1000),
    },
  };
}

/** A file that no message has come to yet is as good as queued. */
function stateOf(file: StoredFile, record: Digitization | undefined) {
  return {
    file: file.id,
    state: record?.state ?? 'queued',
    fault: record?.fault ?? null,
    changedAt: record?.changedAt ?? null,
    pages: record?.pages ?? 0,
    pagesDone: record?.pagesDone ?? 0,
    language: record?.language ?? null,
    confidence: record?.confidence ?? null,
    blank: record?.blank ?? [],
    unreadable: record?.unreadable ?? [],
    turned: record?.turned ?? [],
    scan: file.scan ?? 'notScanned',
  } as const;
}

async function linksTo(deps: ReadingDeps, file: StoredFile, record: Digitization | undefined) {
  const link = linksBeside(deps, file);
  return {
    searchable: record?.searchable ? await link(record.searchable, '-ocr.pdf', 'application/pdf') : null,
    texts: await Promise.all((record?.texts ?? []).map(key => link(key, '.json', 'application/json'))),
  };
}

/** Links to what was made of a file, named after it. */
function linksBeside({ links }: ReadingDeps, { fileName }: StoredFile) {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return (key: string, ending: string, contentType: string) =>
    links.linkTo({ key, fileName: `${stem}${ending}`, contentType });
}

async function certificationOf(deps: ReadingDeps, file: StoredFile, copy: CertifiedCopy | undefined) {
  if (!copy) return null;
  const { state, comparedWith, certifiedAt, sealed } = copy;
  const key = sealed && certifiedKey(file.id, sealed.sha256);
  const url = key && (await linksBeside(deps, file)(key, '-sao-y.pdf', 'application/pdf'));
  return { state, comparedWith, certifiedAt, sealed: sealed && url ? { ...sealed, url } : null };
}

/** What the form says of the applicant, as far as papers say the same. */
function stated(applicant: Applicant): Stated {
  if (applicant.kind !== 'person') return {};
  return {
    identityNumber: applicant.identityNumber,
    fullName: applicant.name,
    birthDate: applicant.birthDate,
  };
}
