import type { Answer } from '../api/client.ts';
import type { AccessPart } from '../api/generated.ts';
import { wording } from './language.tsx';

export type Access = Answer<'listAccessRecords'>['items'][number];

/** What of somebody's data was shown. */
export const partNames = wording<Readonly<Record<AccessPart, string>>>({
  vi: {
    applicant: 'thông tin chủ hồ sơ',
    history: 'quá trình giải quyết',
    paper: 'giấy tờ đã nộp',
    resultFile: 'tệp kết quả',
    receipt: 'biên lai điện tử',
    vault: 'giấy tờ đã có trong kho dữ liệu điện tử của tỉnh',
    landTax: 'phiếu chuyển thông tin đất đai sang cơ quan thuế',
    nationalStore: 'giấy tờ trong Kho dữ liệu điện tử trên Cổng Dịch vụ công quốc gia',
    unassignedMoney: 'nội dung chuyển khoản của tiền chưa rõ nguồn',
    searchHits: 'kết quả tìm kiếm',
    export: 'danh sách xuất ra tệp',
    accessRecords: 'nhật ký truy cập này',
  },
  en: {
    applicant: 'the applicant’s details',
    history: 'the history',
    paper: 'a paper handed in',
    resultFile: 'the result',
    receipt: 'electronic receipts',
    vault: 'papers in the vault',
    landTax: 'transfer slips about land to the tax office',
    nationalStore: 'papers in the national store',
    unassignedMoney: 'what payers of money of no dossier wrote',
    searchHits: 'results of a search',
    export: 'a list exported as a file',
    accessRecords: 'these access records',
  },
});

/** Who read, by kind. */
export const readerNames = wording<Readonly<Record<Access['reader']['kind'], string>>>({
  vi: {
    citizen: 'Một công dân',
    foreigner: 'Một người nước ngoài',
    organisation: 'Một tổ chức',
    portal: 'Cổng dịch vụ công',
    officer: 'Cán bộ',
  },
  en: {
    citizen: 'A citizen',
    foreigner: 'A foreigner',
    organisation: 'An organization',
    portal: 'Portal',
    officer: 'An officer',
  },
});
