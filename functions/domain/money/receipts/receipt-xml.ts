import type { FeeReceipt, ReceiptKind, ReceiptLine } from '../../../../schemas/money/receipt.ts';
import { parseInstant, toRfc3339 } from '../../vietnam-time.ts';
import { element, optional, type XmlElement } from '../../xml/element.ts';
import { amountInWords } from './amount-in-words.ts';
import { dayOfReceipt, demandRight } from './check-receipt.ts';
import { METHOD_CODES, STANDING_CODES, standingOf } from './kind-code.ts';
import { writtenNumber } from './numbering.ts';
import { receiptsLawOn } from './receipts-law.ts';

/** Of our own format, whose tags docs/receipt-xml.md explains; the tax office has published none for receipts. */
const VERSION = '1.0';

/**
 * A receipt as the document that is signed. The same receipt always gives the same elements. Tags are the first
 * letters of their Vietnamese names, as in the tax office's messages.
 *
 * @throws ReceiptRefusal
 */
export function receiptXml(receipt: FeeReceipt): XmlElement {
  demandRight(receipt);
  return element('BLai', [element('DLBLai', [commonPart(receipt), contentPart(receipt)])]);
}

function commonPart(receipt: FeeReceipt): XmlElement {
  const { form, serial, number, kind, method, collectedAt } = receipt;
  const date = dayOfReceipt(receipt);
  return element('TTChung', [
    element('PBan', VERSION),
    element('TBLai', receiptsLawOn(date).title),
    element('KHMSBLai', form),
    element('KHBLai', serial),
    element('SBLai', writtenNumber(number)),
    element('NLap', date),
    element('TDThu', toRfc3339(parseInstant(collectedAt))),
    element('DVTTe', 'VND'),
    element('HTTToan', METHOD_CODES[method]),
    element('TCBLai', STANDING_CODES[standingOf(kind)]),
    reference(kind),
  ]);
}

function reference(kind: ReceiptKind): XmlElement | null {
  if (kind.kind === 'original') return null;
  const { of, reason } = kind;
  return element('BLLQuan', [
    element('KHMSBLai', of.form),
    element('KHBLai', of.serial),
    element('SBLai', writtenNumber(of.number)),
    element('NLap', of.date),
    element('LDo', reason),
  ]);
}

function contentPart({ body, payer, dossier, procedure, lines, total }: FeeReceipt): XmlElement {
  return element('NDBLai', [
    element('CQThu', [element('Ten', body.name), element('MST', body.taxCode), element('MDDanh', body.unit)]),
    element('NNop', [
      element('Ten', payer.name),
      optional('DChi', payer.address),
      optional('MST', payer.taxCode),
    ]),
    element('HSo', [
      element('MHSo', dossier),
      element('MTTHC', procedure.code),
      element('TTTHC', procedure.name),
    ]),
    element('DSKThu', lines.map(line)),
    element('TToan', [element('TgTTBSo', total), element('TgTTBChu', amountInWords(total))]),
  ]);
}

const line = ({ code, name, sort, full, relief, ground, paid }: ReceiptLine, index: number): XmlElement =>
  element('KThu', [
    element('STT', index + 1),
    element('Ma', code),
    element('Ten', name),
    element('Loai', sort === 'fee' ? 'P' : 'LP'),
    element('MThu', full),
    element('MGiam', relief),
    optional('CCMGiam', ground),
    element('SNop', paid),
  ]);
