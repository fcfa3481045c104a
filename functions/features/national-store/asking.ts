import type { nationalStoreOperations } from '../../../schemas/api/operations/national-store.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Component } from '../../../schemas/catalogue/procedure.ts';
import { isEnd } from '../../domain/lifecycle/states.ts';
import type { StoreQuestion } from '../../domain/ports/national-store.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { numberOfCaller, peopleAskedAbout } from '../../domain/vault/store-numbers.ts';
import { kindsTaken } from '../../domain/vault/store-papers.ts';
import type { Call } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { accountKey } from '../../records/dossiers/actor-of.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { StoreDeps } from './deps.ts';

type Operations = typeof nationalStoreOperations;

/** What somebody may ask the national store. */
export interface Asking {
  /** Undefined where there is nothing to be asked: no kind of paper, or nobody that the store knows. */
  readonly question: StoreQuestion | undefined;
  readonly components: readonly Component[];
  /** Keyed digest of whose papers they are. */
  readonly owner: string;
}

/** Applicants ask for their own papers: the number is that of their account, never one that they type. */
export async function askingForOneself(
  deps: Pick<StoreDeps, 'catalogue' | 'keyring'>,
  { caller, body }: Call<Operations['searchStore' | 'fetchStoreFile']>,
): Promise<Asking> {
  const published = await deps.catalogue.procedure(body.procedure);
  if (!published)
    throw new ProblemError('procedure-unknown', {
      vi: `Không có thủ tục ${body.procedure}.`,
      en: `There is no procedure ${body.procedure}.`,
    });
  const { components, code } = published.procedure;
  const number = numberOfCaller(caller);
  const requester = number === undefined ? undefined : { name: body.name, number };
  const about = requester && { owner: requester.number, requester, channel: 'online' as const };
  return {
    components,
    owner: accountKey(caller, await deps.keyring()) ?? '',
    question: questionOf(about, code, components),
  };
}

/**
 * An officer asks for the papers of a dossier's owner while the dossier is open, and says why: the record of it is
 * made before the store hears anything.
 */
export async function askingForDossier(
  deps: StoreDeps,
  call: Call<Operations['searchStoreForDossier' | 'fetchStoreFileForDossier']>,
  operation: string,
): Promise<Asking> {
  const [found, keyring] = await Promise.all([deps.dossiers.find(call.params.code), deps.keyring()]);
  if (!found) throw nothingHere();
  const { head } = found;
  demandDossier(head, call.caller, keyring, 'dossier.askStore');
  await soundLedger(deps.dossiers, head);
  demandReason(call.access.reason);
  if (isEnd(head.handling) || head.handling === 'decided')
    throw new ProblemError('state-conflict', {
      vi: 'Hồ sơ đã giải quyết xong: không còn giấy tờ nào cần tìm.',
      en: 'The dossier is decided: no paper is wanted any more.',
    });
  const [{ procedure }, record] = await Promise.all([
    deps.rules.load(head.rules),
    deps.dossiers.people(head.code),
  ]);
  await recordReads(deps, { ...call, operation, parts: ['nationalStore'], dossiers: [head] });
  const people = record && peopleAskedAbout(record);
  const about = people && { ...people, channel: head.channel };
  const { components, code } = procedure;
  return { components, owner: head.owner, question: questionOf(about, code, components) };
}

function questionOf(
  about: Pick<StoreQuestion, 'owner' | 'requester' | 'channel'> | undefined,
  procedure: string,
  components: readonly Component[],
): StoreQuestion | undefined {
  const wanted = kindsTaken(components).map(kind => ({ kind }));
  return about && wanted.length > 0 ? { ...about, procedure, wanted } : undefined;
}

function demandReason(reason: string | null): void {
  if (reason !== null) return;
  throw new ProblemError('parameter-invalid', {
    vi: 'Tìm giấy tờ của người khác trong Kho quốc gia thì phải ghi lý do tìm.',
    en: 'Whoever asks the national store for somebody else’s papers must say why (Access-Reason).',
  });
}
