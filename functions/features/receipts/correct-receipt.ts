import type { receiptOperations } from '../../../schemas/api/operations/receipts.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import {
  decideCorrection,
  demandAsked,
  demandReceipt,
  requestCorrection,
} from '../../domain/money/receipts/correct-receipt.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { changeAsOfficer } from '../../records/dossiers/change-as-officer.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import type { ReceiptDeps } from './deps.ts';

type Asking = (typeof receiptOperations)['correctReceipt'];
type Deciding = (typeof receiptOperations)['decideReceiptCorrection'];

/** Asks that a receipt be replaced or adjusted, with the reason that will stand on the receipt which corrects it. */
export async function correctReceipt(deps: ReceiptDeps, call: Call<Asking>): Promise<Reply<Asking>> {
  const { params, body } = call;
  const { kind, reason } = body;
  const asked = { receipt: params.id, kind, amount: toDong('amount' in body ? body.amount : 0), reason };
  return changeAsOfficer<Reply<Asking>['body']>(deps, call, {
    action: 'dossier.correctReceipt',
    roles: ['reception', 'leader'],
    decide: async head => requestCorrection(await soundLedger(deps.dossiers, head), asked),
    answer: ({ code, version }) => ({ dossier: code, receipt: params.id, state: 'asked', version }),
  });
}

/** Approves or refuses a correction that somebody else asked for; the receipt itself follows from the ledger. */
export async function decideReceiptCorrection(
  deps: ReceiptDeps,
  call: Call<Deciding>,
): Promise<Reply<Deciding>> {
  const { params, body } = call;
  return changeAsOfficer<Reply<Deciding>['body']>(deps, call, {
    action: 'dossier.decideReceipt',
    roles: ['leader'],
    async decide(head, officer) {
      const ledger = await soundLedger(deps.dossiers, head);
      await demandAnother(deps, demandAsked(demandReceipt(ledger, params.id)), officer, SOMEBODY_ELSE);
      return decideCorrection(ledger, { receipt: params.id, ...body });
    },
    answer: ({ code, version }) => ({
      dossier: code,
      receipt: params.id,
      state: body.approved ? 'approved' : 'refused',
      version,
    }),
  });
}

const SOMEBODY_ELSE = {
  vi: 'Ông/bà đã đề nghị thay thế, điều chỉnh biên lai này nên phải để người khác duyệt.',
  en: 'You asked for this correction: somebody else must decide about it.',
};
