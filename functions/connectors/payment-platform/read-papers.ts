import {
  PLATFORM_CODES,
  PLATFORM_STATES,
  platformBill,
  platformCode,
  platformList,
  platformStanding,
} from '../../../schemas/outside/payment-platform.ts';
import { readAmount } from '../../domain/money/platform/amounts.ts';
import { readPlatformTime } from '../../domain/money/platform/times.ts';
import { readLine, readTransaction } from '../../domain/money/platform/transactions.ts';
import type { GatewayTransaction, PaymentGateway } from '../../domain/ports/payment-gateway.ts';
import { jsonOf } from '../../kernel/outside/deadline.ts';
import { missed, speakable } from '../../kernel/outside/missed.ts';
import { isFine } from './read-opened.ts';

const isPdf = (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '%PDF-';

/** The receipt of a payment: a PDF as it is, or in JSON. */
export function readBill(body: Buffer): Awaited<ReturnType<PaymentGateway['bill']>> {
  if (isPdf(body)) return { state: 'given', pdf: body };
  const read = platformBill.safeParse(jsonOf(body));
  if (!read.success) return missed('untrustworthy', 'malformed');
  const { MaLoi: code, BienLai } = read.data;
  if (PLATFORM_CODES.unknownReference.some(unknown => unknown === code)) return { state: 'none' };
  if (!isFine(code)) return missed('refused', `code-${speakable(code)}`);
  if (!BienLai) return { state: 'none' };
  const pdf = Buffer.from(BienLai, 'base64');
  return isPdf(pdf) ? { state: 'given', pdf } : missed('untrustworthy', 'no-pdf');
}

/** The list of a day: nothing of it, where anything of it cannot be read or is missing. */
export function readList(body: unknown, day: string): Awaited<ReturnType<PaymentGateway['list']>> {
  const coded = platformCode.safeParse(body);
  if (!coded.success) return missed('untrustworthy', 'malformed');
  if (!isFine(coded.data.MaLoi)) return missed('refused', `code-${speakable(coded.data.MaLoi)}`);
  const read = platformList.safeParse(body);
  if (!read.success) return missed('untrustworthy', 'malformed');
  const { NgayGD, TongSo, DSGiaoDich } = read.data;
  if (NgayGD !== day.replaceAll('-', '')) return missed('untrustworthy', 'day');
  if (TongSo !== DSGiaoDich.length) return missed('untrustworthy', 'incomplete');
  const transactions = DSGiaoDich.flatMap(told => transactionOf(told) ?? []);
  if (transactions.length < TongSo) return missed('untrustworthy', 'entry');
  return { state: 'given', transactions };
}

function transactionOf(told: unknown): GatewayTransaction | undefined {
  const { success, data } = platformStanding.safeParse(told);
  if (!success) return undefined;
  const result = RESULTS.find(each => PLATFORM_STATES[each] === data.TrangThaiGD);
  const [amount, at] = [readAmount(data.SoTien), readPlatformTime(data.ThoiGianGD)];
  const { MaThamChieu: reference, MaGiaoDich, MaNganHang } = data;
  // Where nothing was paid there may be no number.
  const transaction = readTransaction(MaGiaoDich) ?? (MaGiaoDich || result === 'paid' ? undefined : '');
  if (!result || amount === undefined || at === undefined || transaction === undefined) return undefined;
  return { reference, transaction, result, amount, bank: readLine(MaNganHang ?? ''), at };
}
const RESULTS = ['paid', 'open', 'failed'] as const;
