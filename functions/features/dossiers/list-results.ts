import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { ledgerBroken } from '../../records/commands/ledger-broken.ts';
import type { ReadingDeps } from './deps.ts';
import { LINK_LIFE } from './file-links.ts';
import { findDossier } from './find-dossier.ts';

type Operation = (typeof dossierOperations)['listResults'];

/**
 * The result of a dossier with a link that expires; none before it is issued and, for its owner, none before the fee
 * is paid.
 */
export async function listResults(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const withheld = call.caller.kind !== 'officer' && head.money === 'due' && head.delivery !== 'returned';
  const entry = head.result && !withheld ? await deps.results.find(head.result.number) : undefined;
  if (!entry) return { body: { items: [] } };
  const { number, outcome, sha256, size } = entry;
  if (sha256 !== head.result?.sha256 || size !== head.result.size)
    throw ledgerBroken(head.code, { entry: head.version, fault: 'registerDiffers' });
  await recordReads(deps, { ...call, operation: 'listResults', parts: ['resultFile'], dossiers: [head] });
  const [url, keyring] = await Promise.all([deps.results.link(entry), deps.keyring()]);
  const verificationCode = keyring.resultCode(entry.dossier, number);
  return {
    body: {
      items: [
        {
          number,
          outcome,
          sha256,
          size,
          verificationCode,
          url,
          urlExpiresAt: toRfc3339(call.now + LINK_LIFE * 1000),
        },
      ],
    },
  };
}
