import type { ReceiptReference } from '../../../../schemas/money/receipt.ts';
import { element, type XmlElement } from '../../xml/element.ts';
import { type Sums, sumOf } from './amounts.ts';
import type { DaySummary, SerialSummary, SummaryRow } from './day-summary.ts';
import { STANDING_CODES } from './kind-code.ts';
import { writtenNumber } from './numbering.ts';
import { receiptsLawOn } from './receipts-law.ts';

const VERSION = '1.0';

/** The summary of a day as a document to be signed and sent: tags as in the XML of receipts. */
export function daySummaryXml({ body, day, serials, rows }: DaySummary): XmlElement {
  const { summary } = receiptsLawOn(day);
  return element('BTHBLai', [
    element('DLBTHBLai', [
      element('TTChung', [
        element('PBan', VERSION),
        element('MSo', summary.number),
        element('Ten', summary.name.vi),
        element('NLap', day),
        element('DVTTe', 'VND'),
        element('CQThu', [
          element('Ten', body.name),
          element('MST', body.taxCode),
          element('MDDanh', body.unit),
        ]),
      ]),
      element('DSKHieu', serials.map(serialElement)),
      element('DSBLai', rows.map(rowElement)),
    ]),
  ]);
}

function serialElement(serial: SerialSummary): XmlElement {
  const { missing } = serial;
  return element('KHieu', [
    element('KHMSBLai', serial.form),
    element('KHBLai', serial.serial),
    element('SLuong', serial.used),
    element('TSo', writtenNumber(serial.first)),
    element('DSo', writtenNumber(serial.last)),
    missing.length === 0
      ? null
      : element(
          'DSSThieu',
          missing.map(({ first, last }) =>
            element('SThieu', [element('TSo', writtenNumber(first)), element('DSo', writtenNumber(last))]),
          ),
        ),
    element('SLTThe', serial.replaced),
    element('SLDChinh', serial.adjusted),
    element('TgThu', sums(serial.collected)),
    element('TgDCTang', sums(serial.increased)),
    element('TgDCGiam', sums(serial.decreased)),
    element('TgBTThe', sums(serial.replacedEarlier)),
  ]);
}

const sums = ({ fees, charges }: Sums): XmlElement[] => [element('TgPhi', fees), element('TgLPhi', charges)];

const rowElement = (row: SummaryRow, index: number): XmlElement =>
  element('BLai', [
    element('STT', index + 1),
    element('KHMSBLai', row.form),
    element('KHBLai', row.serial),
    element('SBLai', writtenNumber(row.number)),
    element('TCBLai', STANDING_CODES[row.standing]),
    related(row.of),
    ...(row.replaced ? [element('BTThe', 1)] : []),
    ...sums(row),
    element('TgTTBSo', sumOf([row.fees, row.charges])),
  ]);

const related = (of: ReceiptReference | null): XmlElement | null =>
  of &&
  element('BLLQuan', [
    element('KHMSBLai', of.form),
    element('KHBLai', of.serial),
    element('SBLai', writtenNumber(of.number)),
    element('NLap', of.date),
  ]);
