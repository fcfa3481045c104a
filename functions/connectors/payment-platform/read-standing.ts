import {
  PLATFORM_CODES,
  PLATFORM_CURRENCY,
  PLATFORM_STATES,
  platformCode,
  platformStanding,
} from '../../../schemas/outside/payment-platform.ts';
import { readAmount } from '../../domain/money/platform/amounts.ts';
import { readPlatformTime } from '../../domain/money/platform/times.ts';
import { readLine, readTransaction } from '../../domain/money/platform/transactions.ts';
import type { PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import { missed, speakable } from '../../kernel/outside/missed.ts';
import { isFine } from './read-opened.ts';

type Standing = Awaited<ReturnType<PaymentGateway['ask']>>;

/** How a payment stands, if the answer is of the payment that was asked about. */
export function readStanding(body: unknown, reference: string, partner: string): Standing {
  const coded = platformCode.safeParse(body);
  if (!coded.success) return missed('untrustworthy', 'malformed');
  const code = coded.data.MaLoi;
  if (PLATFORM_CODES.unknownReference.some(unknown => unknown === code)) return { state: 'unknownReference' };
  if (!isFine(code)) return missed('refused', `code-${speakable(code)}`);
  const read = platformStanding.safeParse(body);
  if (!read.success) return missed('untrustworthy', 'malformed');
  const { MaThamChieu, MaDoiTac, TrangThaiGD: standing } = read.data;
  if (MaThamChieu !== reference) return missed('untrustworthy', 'reference');
  if (MaDoiTac && MaDoiTac !== partner) return missed('untrustworthy', 'partner');
  if (standing === PLATFORM_STATES.open) return { state: 'open' };
  if (standing === PLATFORM_STATES.failed) return { state: 'failed', code: standing };
  return standing === PLATFORM_STATES.paid
    ? readPaid(read.data)
    : missed('untrustworthy', `state-${speakable(standing)}`);
}

function readPaid(told: ReturnType<typeof platformStanding.parse>): Standing {
  const amount = readAmount(told.SoTien);
  const paidAt = readPlatformTime(told.ThoiGianGD);
  if (amount === undefined || (told.MaTienTe ?? PLATFORM_CURRENCY) !== PLATFORM_CURRENCY)
    return missed('untrustworthy', 'amount');
  if (paidAt === undefined) return missed('untrustworthy', 'time');
  const transaction = readTransaction(told.MaGiaoDich);
  if (transaction === undefined) return missed('untrustworthy', 'transaction');
  return { state: 'paid', transaction, amount, paidAt, bank: readLine(told.MaNganHang ?? '') };
}
