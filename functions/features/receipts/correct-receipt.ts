import type { receiptOperations } from '../../../schemas/api/operations/receipts.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import {
  decideCorrection,
  demandAsked,
  demandReceipt,
  requestCorrection,
} from '../../domain/money/receipts/correct-receipt.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { isSamePerson } from '../../domain/rights/same-person.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import type { ReceiptDeps } from './deps.ts';

type Asking = (typeof receiptOperations)['correctReceipt'];
type Deciding = (typeof receiptOperations)['decideReceiptCorrection'];

/** Asks that a receipt be replaced or adjusted, with the reason that will stand on the receipt which corrects it. */
export async function correctReceipt(deps: ReceiptDeps, call: Call<Asking>): Promise<Reply<Asking>> {
  const { params, caller, body, now, repeat, ifMatch } = call;
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role: OfficerRole = caller.roles.includes('reception') ? 'reception' : 'leader';
  const { kind, reason } = body;
  const asked = { receipt: params.id, kind, amount: toDong('amount' in body ? body.amount : 0), reason };
  const answer = await changeUnruled<Reply<Asking>['body']>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.correctReceipt');
      demandVersion(ifMatch, head.version);
      return {
        events: [requestCorrection(await soundLedger(deps.dossiers, head), asked)],
        answer: ({ head: { code: dossier, version } }) => ({
          dossier,
          receipt: params.id,
          state: 'asked',
          version,
        }),
      };
    },
  });
  return { body: answer, version: answer.version };
}

/** Approves or refuses a correction that somebody else asked for; the receipt itself follows from the ledger. */
export async function decideReceiptCorrection(
  deps: ReceiptDeps,
  { params, caller, body, now, repeat, ifMatch }: Call<Deciding>,
): Promise<Reply<Deciding>> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const answer = await changeUnruled<Reply<Deciding>['body']>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, 'leader'),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.decideReceipt');
      demandVersion(ifMatch, head.version);
      const ledger = await soundLedger(deps.dossiers, head);
      const askedBy = demandAsked(demandReceipt(ledger, params.id));
      const asking = (await deps.organization.officer(askedBy)) ?? { id: askedBy };
      if (isSamePerson(asking, caller)) throw new ProblemError('four-eyes', SOMEBODY_ELSE);
      return {
        events: [decideCorrection(ledger, { receipt: params.id, ...body })],
        answer: ({ head: { code: dossier, version } }) => ({
          dossier,
          receipt: params.id,
          state: body.approved ? 'approved' : 'refused',
          version,
        }),
      };
    },
  });
  return { body: answer, version: answer.version };
}

const SOMEBODY_ELSE = {
  vi: 'Ông/bà đã đề nghị thay thế, điều chỉnh biên lai này nên phải để người khác duyệt.',
  en: 'You asked for this correction: somebody else must decide about it.',
};
