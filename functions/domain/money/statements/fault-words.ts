import type { Words } from '../../../../schemas/words.ts';
import { MOST_BYTES, MOST_CELLS, MOST_ENTRIES } from './limits.ts';

/** As much of a cell as a sentence needs. */
const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What is said of a file that cannot be read. */
export const faultWords = {
  tooLarge: {
    vi: `tệp lớn hơn ${MOST_BYTES / 1024 / 1024} MB`,
    en: `the file is larger than ${MOST_BYTES / 1024 / 1024} MB`,
  },
  tooManyEntries: {
    vi: `tệp có hơn ${MOST_ENTRIES} bút toán: hãy chia theo ngày`,
    en: `the file has more than ${MOST_ENTRIES} entries: divide it by day`,
  },
  empty: { vi: 'tệp trống', en: 'the file is empty' },
  notUtf8: {
    vi: 'tệp không phải văn bản UTF-8: hãy lưu lại dạng CSV UTF-8',
    en: 'the file is no text in UTF-8: save it again as CSV UTF-8',
  },
  binary: {
    vi: 'tệp là bảng tính, PDF hoặc tệp nén: hãy xuất ra CSV, MT940 hoặc camt.053',
    en: 'the file is a workbook, a PDF or an archive: export it as CSV, MT940 or camt.053',
  },
  unknownFormat: {
    vi: 'không nhận ra định dạng: cần CSV có dòng tiêu đề, MT940 hoặc camt.053',
    en: 'the format is not known: CSV with a header, MT940 or camt.053 is read',
  },
  cutOff: {
    vi: 'tệp bị cắt ngang: phần cuối không có',
    en: 'the file is cut off: its end is missing',
  },
  negative: (text: string): Words => ({
    vi: `số tiền âm “${shown(text)}”: hãy ghi số dương và chiều nợ, có`,
    en: `the amount “${shown(text)}” is negative: amounts are positive, the direction says the rest`,
  }),
  decimals: (text: string): Words => ({
    vi: `số tiền “${shown(text)}” có phần lẻ: đồng không có số lẻ`,
    en: `the amount “${shown(text)}” has decimals: there are none of a đồng`,
  }),
  notAmount: (text: string): Words => ({
    vi: `“${shown(text)}” không phải số tiền`,
    en: `“${shown(text)}” is no amount`,
  }),
  tooMuch: (text: string): Words => ({
    vi: `số tiền “${shown(text)}” lớn hơn 1.000 tỷ đồng`,
    en: `the amount “${shown(text)}” is more than 1,000 billion đồng`,
  }),
  nothing: { vi: 'bút toán có số tiền bằng 0', en: 'the entry has no amount, or 0' },
  twoDirections: {
    vi: 'bút toán vừa ghi nợ vừa ghi có',
    en: 'the entry is a debit and a credit at once',
  },
  badDirection: (text: string): Words => ({
    vi: `“${shown(text)}” không phải chiều ghi nợ, ghi có`,
    en: `“${shown(text)}” does not say whether it is a debit or a credit`,
  }),
  notDay: (text: string): Words => ({
    vi: `“${shown(text)}” không phải ngày, hoặc ngày không có thật`,
    en: `“${shown(text)}” is no day, or one that does not exist`,
  }),
  wrongCurrency: (text: string): Words => ({
    vi: `loại tiền “${shown(text)}” không phải VND`,
    en: `the currency “${shown(text)}” is not VND`,
  }),
  noReference: {
    vi: 'bút toán không có số tham chiếu của ngân hàng',
    en: 'the entry has no reference of the bank',
  },
  sameReference: (reference: string, line: number): Words => ({
    vi: `số tham chiếu “${shown(reference)}” đã có ở dòng ${line}: một bút toán được ghi hai lần`,
    en: `the reference “${shown(reference)}” is that of line ${line}: an entry is in the file twice`,
  }),
  tooLong: (longest: number): Words => ({
    vi: `dài hơn ${longest} ký tự`,
    en: `longer than ${longest} characters`,
  }),
  noAccount: { vi: 'không có số tài khoản', en: 'there is no account number' },
  otherAccount: (account: string): Words => ({
    vi: `tài khoản “${shown(account)}” khác với phần trước: mỗi tệp chỉ có một tài khoản`,
    en: `the account “${shown(account)}” is another than before: a file is of one account`,
  }),
  noDays: {
    vi: 'không có bút toán và không ghi từ ngày, đến ngày',
    en: 'there are no entries, and no days that the statement is for',
  },
  outOfPeriod: (day: string): Words => ({
    vi: `ngày ${day} nằm ngoài kỳ của sổ phụ`,
    en: `the day ${day} is outside of the period of the statement`,
  }),
  turnedPeriod: { vi: 'từ ngày sau đến ngày', en: 'the first day is after the last' },
  sumsDiffer: (told: string, counted: string): Words => ({
    vi: `số dư cuối kỳ ghi ${told}, nhưng số dư đầu kỳ cộng ghi có trừ ghi nợ là ${counted}`,
    en: `the closing balance is told as ${told}, but opening plus credits less debits is ${counted}`,
  }),
  countDiffers: (told: string, counted: string): Words => ({
    vi: `phần tổng hợp ghi ${told}, nhưng các bút toán cho ra ${counted}`,
    en: `the summary tells ${told}, but the entries give ${counted}`,
  }),
  pagesDiffer: {
    vi: 'số dư đầu không bằng số dư cuối của phần trước: thiếu một phần',
    en: 'the opening balance is not the closing one of the part before: a part is missing',
  },
  oddQuotes: {
    vi: 'dấu ngoặc kép đặt sai chỗ',
    en: 'a quotation mark stands where none may',
  },
  missingColumns: (names: string): Words => ({
    vi: `thiếu cột: ${names}`,
    en: `columns are missing: ${names}`,
  }),
  columnTwice: (name: string): Words => ({
    vi: `cột “${shown(name)}” có hai lần`,
    en: `the column “${shown(name)}” is there twice`,
  }),
  manyCells: { vi: `dòng có hơn ${MOST_CELLS} ô`, en: `the row has more than ${MOST_CELLS} cells` },
  fewCells: { vi: 'dòng thiếu ô', en: 'the row has too few cells' },
  notField: (text: string): Words => ({
    vi: `“${shown(text)}” không phải trường của MT940`,
    en: `“${shown(text)}” is no field of MT940`,
  }),
  missingField: (name: string): Words => ({ vi: `thiếu ${name}`, en: `${name} is missing` }),
  badEntry: (text: string): Words => ({
    vi: `không đọc được “${shown(text)}”`,
    en: `“${shown(text)}” cannot be read`,
  }),
  notBooked: {
    vi: 'bút toán chưa được hạch toán',
    en: 'the entry is not booked yet',
  },
  doctype: {
    vi: 'tệp XML có khai báo DOCTYPE, không được nhận',
    en: 'the XML has a DOCTYPE, which is not taken',
  },
  tooDeep: { vi: 'XML lồng quá sâu', en: 'the XML is nested too deeply' },
  malformed: (detail: string): Words => ({
    vi: `XML không đúng: ${shown(detail)}`,
    en: `the XML is not well-formed: ${shown(detail)}`,
  }),
  notCamt: (name: string): Words => ({
    vi: `“${name}” không phải camt.053.001.02 hoặc .08`,
    en: `“${name}” is not camt.053.001.02 or .08`,
  }),
} as const;
