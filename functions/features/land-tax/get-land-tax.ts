import type { landTaxOperations } from '../../../schemas/api/operations/land-tax.ts';
import { obligationsOn } from '../../domain/land-tax/obligations.ts';
import { maySendSlip } from '../../domain/land-tax/send-slip.ts';
import { treasuryView } from '../../domain/land-tax/treasury-view.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { demandSound } from '../../records/dossiers/demand-sound.ts';
import type { LandTaxDeps } from './deps.ts';

type Operation = (typeof landTaxOperations)['getLandTax'];

/** The exchange with the tax office about a dossier: slips and their delivery, the notice in force, what was paid. */
export async function getLandTax(deps: LandTaxDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, caller, language } = call;
  const [found, keyring] = await Promise.all([deps.dossiers.find(params.code), deps.keyring()]);
  if (!found) throw nothingHere();
  const { head } = found;
  demandDossier(head, caller, keyring, 'dossier.readLandTax');
  await demandSound(deps.dossiers, found);
  const [rules, slips] = await Promise.all([deps.rules.load(head.rules), deps.landTax.slips(head.code)]);
  await recordReads(deps, { ...call, operation: 'getLandTax', parts: ['landTax'], dossiers: [head] });
  return {
    body: {
      dossier: head.code,
      version: head.version,
      sendable: deps.connected && maySendSlip({ head, rules }),
      connected: deps.connected,
      kinds: obligationsOn(head.submittedAt.slice(0, 10)).map(({ kind, name }) => ({
        kind,
        name: name[language],
      })),
      slips: slips.map(({ dossier: _, other, wakePk: __, wakeSk: ___, ...slip }) => ({
        ...slip,
        other: other?.name ?? null,
      })),
      treasury: treasuryView(head.landTax, language),
      paid: head.landTax?.paid ?? [],
    },
  };
}
