import type { vaultOperations } from '../../../schemas/api/operations/vault.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { handedIn } from '../../domain/dossier/handed-in.ts';
import { hasRunOut } from '../../domain/results/validity.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { reusableFor } from '../../domain/vault/reusable.ts';
import { dateOf, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { LINK_LIFE } from '../../kernel/objects/link-life.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import type { ReadingDeps } from './deps.ts';

type Operations = typeof vaultOperations;

/** The caller's own results that still hold. */
export async function listVault(
  deps: ReadingDeps,
  call: Call<Operations['listVault']>,
): Promise<Reply<Operations['listVault']>> {
  const known = knownCallerOf(call.caller, await deps.keyring());
  if (!('key' in known)) throw nothingHere();
  const entries = await deps.vault.of(known.key);
  const today = dateOf(call.now);
  return {
    body: { items: entries.filter(entry => !entry.revoked && !hasRunOut(entry, today)).map(entryOf) },
  };
}

/** What the vault of a dossier's owner holds in place of the papers its procedure asks for, and nothing else of it. */
export async function getDossierVault(
  deps: ReadingDeps,
  call: Call<Operations['getDossierVault']>,
): Promise<Reply<Operations['getDossierVault']>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const { procedure } = await deps.rules.load(head.rules);
  const asked = procedure.components.some(({ fulfilledBy }) => fulfilledBy !== undefined);
  const entries = asked ? await deps.vault.of(head.owner) : [];
  const held = reusableFor(entries, procedure.components, dateOf(call.now));
  if (held.size > 0)
    await recordReads(deps, { ...call, operation: 'getDossierVault', parts: ['vault'], dossiers: [head] });
  return {
    body: {
      items: [...held].map(([component, results]) => ({ component, results: results.map(entryOf) })),
    },
  };
}

/** The results that a dossier cites, for those who may read the dossier: they are papers of it. */
export async function listCitedResults(
  deps: ReadingDeps,
  call: Call<Operations['listCitedResults']>,
): Promise<Reply<Operations['listCitedResults']>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const [{ procedure }, events] = await Promise.all([
    deps.rules.load(head.rules),
    soundLedger(deps.dossiers, head),
  ]);
  const cited = handedIn(events, procedure.components).flatMap(({ results }) => results);
  const entries = (await Promise.all(cited.map(deps.results.find))).filter(entry => entry !== undefined);
  if (entries.length === 0) return { body: { items: [] } };
  await recordReads(deps, {
    ...call,
    operation: 'listCitedResults',
    parts: ['resultFile'],
    dossiers: [head],
  });
  const urlExpiresAt = toRfc3339(call.now + LINK_LIFE * 1000);
  const items = await Promise.all(
    entries.map(async entry => ({
      ...entryOf(entry),
      revoked: entry.revoked !== undefined,
      url: await deps.results.link(entry),
      urlExpiresAt,
    })),
  );
  return { body: { items } };
}

const entryOf = ({ number, kind, procedureName, agency, issuedAt, validUntil }: StoredResult) => ({
  number,
  kind: kind ?? null,
  procedureName,
  agency,
  issuedAt,
  validUntil: validUntil ?? null,
});
