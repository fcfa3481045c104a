import type { TaxOfficeConnection } from '../../../schemas/outside/tax-office.ts';
import { TAX_OFFICE_FORMAT } from '../../../schemas/outside/tax-office.ts';
import type { TaxSlip } from '../../domain/ports/tax-office.ts';

type Sender = Pick<TaxOfficeConnection, 'sender'>;
const { version } = TAX_OFFICE_FORMAT;

/** A slip as it is sent. */
export const slipMessage = (slip: TaxSlip, { sender }: Sender) => ({
  type: 'slip',
  version,
  sender,
  ...slip,
});

/** A question whether a slip arrived, and what was told of it. */
export const questionMessage = (slip: string, { sender }: Sender) => ({
  type: 'question',
  version,
  sender,
  slip,
});
