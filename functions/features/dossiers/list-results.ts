import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { faultOfIssued } from '../../domain/ledger/result-fits.ts';
import { isOwed } from '../../domain/money/account/money-state.ts';
import { issuedResults } from '../../domain/results/issued-results.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { type Compared, compareStill } from '../../records/dossiers/compare-still.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';
import { revokedView } from './revoked-view.ts';

type Operation = (typeof dossierOperations)['listResults'];

/**
 * The results of a dossier, each with a link that expires: one, and a further one for each correction. None before it
 * is issued and, for its owner, none before the fee is paid.
 */
export async function listResults(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const withheld = call.caller.kind !== 'officer' && isOwed(head.money) && head.delivery !== 'returned';
  if (head.result === null || withheld) return { body: { items: [] } };
  const entries = await compareStill(deps.dossiers, head, async at =>
    entriesOf(deps, await soundLedger(deps.dossiers, at)),
  );
  await recordReads(deps, { ...call, operation: 'listResults', parts: ['resultFile'], dossiers: [head] });
  const keyring = await deps.keyring();
  const urlExpiresAt = toRfc3339(call.now + LINK_LIFE * 1000);
  const items = await Promise.all(
    entries.map(async entry => {
      const { number, outcome, sha256, size, issuedAt, dossier, validUntil = null } = entry;
      const revoked = revokedView(entry.revoked, call.language);
      const verificationCode = keyring.resultCode(dossier, number);
      const url = await deps.results.link(entry);
      return {
        number,
        outcome,
        sha256,
        size,
        issuedAt,
        validUntil,
        revoked,
        verificationCode,
        url,
        urlExpiresAt,
      };
    }),
  );
  return { body: { items } };
}

/** The entries of the register, each as the ledger vouches for it. */
async function entriesOf(
  { results }: Pick<ReadingDeps, 'results'>,
  ledger: readonly LedgerEvent[],
): Promise<Compared<StoredResult[]>> {
  const issued = issuedResults(ledger);
  const found = await Promise.all(issued.map(({ number }) => results.find(number)));
  const [fault] = issued.flatMap((each, at) => faultOfIssued(found[at], each) ?? []);
  return fault ? { fault } : { value: found.filter(entry => entry !== undefined) };
}
