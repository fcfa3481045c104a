import type { EventData } from '../../../schemas/dossier/event.ts';
import type { ReceiptName } from '../../../schemas/money/receipt-name.ts';
import type { StoredReceiptRequest } from '../../../schemas/stored/receipt-request.ts';
import { receiptEntry } from '../../domain/money/receipts/make-receipt.ts';
import { owedBy } from '../../domain/money/receipts/request-receipt.ts';
import type { ReceiptMissed, ReceiptPutOff } from '../../domain/ports/receipt-provider.ts';
import { sha256Of } from '../../domain/sha256.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { requestEnded } from '../../records/money/receipt-request-items.ts';
import { actor } from './collector-of.ts';
import type { ProvidingDeps } from './providing-deps.ts';
import { receiptKey } from './receipt-keys.ts';
import type { ToProvide } from './to-provide.ts';

/** A number of the provider would be of a serial that is counted here: two receipts could bear one name. */
export const OWN_SERIAL = 'own-serial';

export const isCountedHere = async (
  { receipts }: Pick<ProvidingDeps, 'receipts'>,
  taxCode: string,
  { form, serial }: Pick<ReceiptName, 'form' | 'serial'>,
): Promise<boolean> => (await receipts.numbered(taxCode, form, serial)) > 0;

/** Enters a receipt that the provider issued, under the provider's name for it, and keeps the page that it shows. */
export async function takeOver(
  deps: ProvidingDeps,
  request: StoredReceiptRequest,
  { owed, receipt, asked }: ToProvide,
  name: ReceiptName,
): Promise<'issued' | 'refused' | ReceiptMissed | ReceiptPutOff> {
  if (await isCountedHere(deps, request.taxCode, name)) {
    await refuseRequest(deps, request, OWN_SERIAL);
    return 'refused';
  }
  const page = await deps.providers[request.provider].page({ ...asked, name });
  if (page.state !== 'given') return page;
  const file = { sha256: sha256Of(page.pdf), size: page.pdf.length };
  const { provider, reports } = owed.request ?? { provider: request.provider, reports: true };
  const data = {
    ...receiptEntry({ ...receipt.content, ...name }, owed, file),
    provider: { name: provider, request: request.request, reports },
  };
  await deps.files.keep(receiptKey(data, 'pdf'), page.pdf);
  await enter(deps, request, data, 'issued', null);
  return 'issued';
}

/** Enters that the provider refused: the receipt stays owed, and an officer is shown why. */
export const refuseRequest = (
  deps: ProvidingDeps,
  request: StoredReceiptRequest,
  code: string,
): Promise<void> =>
  enter(deps, request, { type: 'receiptRefused', request: request.request, code }, 'refused', code);

async function enter(
  deps: ProvidingDeps,
  { request, dossier }: StoredReceiptRequest,
  data: EventData,
  state: 'issued' | 'refused',
  code: string | null,
): Promise<void> {
  await changeUnruled<'done'>(deps, {
    code: dossier,
    actor,
    now: deps.now,
    async decide({ head }) {
      const owed = owedBy(await soundLedger(deps.dossiers, head), request);
      if (owed?.request?.state !== 'requested') return { stands: 'done' };
      const money = [requestEnded(request, state, code)];
      return { events: [{ data, opens: [], closes: [] }], beside: { money }, answer: () => 'done' };
    },
  });
}
