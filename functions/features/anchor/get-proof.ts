import type { proofOperations } from '../../../schemas/api/operations/proofs.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { isLedgerLeafOf, readLedgerLeaf } from '../../domain/anchor/leaves.ts';
import { pathOf } from '../../domain/anchor/merkle-tree.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Items } from '../../kernel/table/items.ts';
import { ledgerBroken } from '../../records/commands/ledger-broken.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { demandSound } from '../../records/dossiers/demand-sound.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { Archive } from './archive.ts';
import { entriesBack, type StoredEntry } from './ledger-entries.ts';

export interface ProofDeps {
  readonly dossiers: Pick<DossierStore, 'find' | 'standing'>;
  readonly items: Pick<Items, 'query'>;
  readonly archive: Pick<Archive, 'days' | 'signed' | 'leaves'>;
  readonly keyring: () => Promise<Keyring>;
}

type Operation = (typeof proofOperations)['getProof'];

/**
 * The newest anchored state of a dossier's ledger, with what proves it: whoever may read the dossier gets it, and may
 * hand it on. Personal data are not in it.
 */
export async function getProof(deps: ProofDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code } = call.params;
  const [found, keyring] = await Promise.all([deps.dossiers.find(code), deps.keyring()]);
  if (!found) throw nothingHere();
  demandDossier(found.head, call.caller, keyring, 'dossier.read');
  await demandSound(deps.dossiers, found);
  const entries = await entriesBack(deps.items, code, { from: undefined });
  for (const day of await daysOf(deps, entries)) {
    const [signed, leaves = []] = await Promise.all([
      deps.archive.signed(day),
      deps.archive.leaves(day, 'ledgers'),
    ]);
    const index = leaves.findIndex(line => isLedgerLeafOf(code, line));
    const leaf = leaves[index];
    if (!signed || leaf === undefined) continue;
    demandAnchored(code, leaf, entries);
    return {
      body: { ...signed, dossier: code, day, leaf, index, size: leaves.length, path: pathOf(leaves, index) },
    };
  }
  throw new ProblemError('not-anchored-yet', {
    vi: 'Hồ sơ này chưa có bằng chứng xác nhận nhật ký (neo dữ liệu). Bằng chứng được lập sau nửa đêm mỗi ngày; vui lòng thử lại vào ngày mai.',
    en: 'The ledger of this dossier has not been anchored yet. Each day is anchored after midnight: try again tomorrow.',
  });
}

/** The anchored days on which the ledger grew, newest first; what was before the first is in the first. */
async function daysOf({ archive }: ProofDeps, entries: readonly StoredEntry[]): Promise<string[]> {
  const [begun] = entries;
  if (!begun) return [];
  const grown = new Set(entries.map(({ at }) => dateOf(Date.parse(at))));
  const anchored = await archive.days(dateOf(Date.parse(begun.at)));
  return anchored.filter((day, nth) => grown.has(day) || nth === 0).toReversed();
}

/** A ledger that is not the one that was anchored is not proven by it. */
function demandAnchored(code: string, line: string, entries: readonly StoredEntry[]): void {
  const leaf = readLedgerLeaf(line);
  const entry = entries.find(({ seq }) => seq === leaf?.seq);
  if (leaf && entry?.hash !== leaf.hash)
    throw ledgerBroken(code, { entry: leaf.seq, fault: entry ? 'anchorDiffers' : 'missing' });
}
