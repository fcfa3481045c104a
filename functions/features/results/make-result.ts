import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { formatResultNumber } from '../../domain/dossier/number.ts';
import type { Letterhead } from '../../domain/printing/letterhead.ts';
import { resultKindOf } from '../../domain/results/result-kinds.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { DossierContext } from '../../records/dossiers/change-dossier.ts';
import type { DossierStore, RegisteredResult } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { ResultFiles, StoredResult } from './result-files.ts';

export interface MakingDeps {
  readonly dossiers: Pick<DossierStore, 'resultsCounted' | 'applicant'>;
  readonly resultFiles: ResultFiles;
  readonly keyring: () => Promise<Pick<Keyring, 'resultCode'>>;
  /** The letterhead of a unit's documents, with its current name. */
  readonly letterhead: (unit: string) => Promise<Letterhead>;
}

/** What was decided, and how it was signed. */
export interface ResultContent extends Pick<DossierHead, 'signature'> {
  readonly outcome: 'granted' | 'refused';
  readonly text: string;
  readonly resultFile: string | null;
  /** The last day on which it holds; undefined where it holds without end. */
  readonly validUntil: string | undefined;
  readonly decidedAt: string;
}

/** What the ledger says of a made result, beside its number. */
type MadeFile = Omit<StoredResult, 'key'> & { readonly validUntil?: string };

/** The entry of the register under its next number, and the stored file. */
export async function makeResult(
  deps: MakingDeps,
  { head, labels, rules, now }: Pick<DossierContext, 'head' | 'labels' | 'rules' | 'now'>,
  { resultFile: given, ...content }: ResultContent,
): Promise<{ result: RegisteredResult; file: MadeFile }> {
  const agency = head.competentUnit;
  const today = dateOf(now);
  const year = today.slice(0, 4);
  const [counted, applicant, letterhead, keyring] = await Promise.all([
    deps.dossiers.resultsCounted(agency, year),
    deps.dossiers.applicant(head.code),
    deps.letterhead(agency),
    deps.keyring(),
  ]);
  const count = counted + 1;
  const number = formatResultNumber(agency, year, count);
  const { procedureName } = labels;
  const { key, ...file } = await deps.resultFiles.store({
    ...content,
    dossier: head.code,
    unit: agency,
    number,
    given,
    procedureName,
    registration: head.registration,
    letterhead,
    applicantName: applicant?.name ?? '',
    verificationCode: keyring.resultCode(head.code, number),
  });
  const kind = resultKindOf(rules.procedure, today) ?? undefined;
  const { validUntil } = content;
  const validity = validUntil === undefined ? {} : { validUntil };
  const document = head.registration
    ? { number: head.registration.documentNumber, date: head.registration.documentDate }
    : undefined;
  return {
    result: { number, agency, year, count, procedureName, key, kind, document },
    file: { ...file, ...validity },
  };
}
