import * as z from 'zod';
import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';
import { nationalProcedureCode } from '../../../../schemas/codes/procedure-code.ts';
import { readBy } from '../../../../schemas/wording/field-faults.ts';
import { type LayThuTucRow, layThuTucRow } from './lay-thu-tuc-row.ts';
import { amountOf, channelOf, numberOf, unitOf } from './lay-thu-tuc-words.ts';
import { publishedTexts } from './published-texts.ts';
import { readApplicants } from './read-applicants.ts';
import { readComponents } from './read-components.ts';
import { type PublishedAmount, readFee, unclearFee } from './read-fee.ts';
import { readLevels } from './read-levels.ts';
import { readLimit } from './read-limit.ts';
import { remarksOnMethods } from './read-methods.ts';
import { readResults } from './read-results.ts';
import {
  conclude,
  type Read,
  type ReadingWarning,
  type RowReading,
  refusalOfSecret,
  refuse,
  told,
} from './reading.ts';

type Method = Procedure['methods'][number];
type PublishedTime = LayThuTucRow['CACHTHUCTHUCHIEN'][number]['THOIGIAN'][number];

/**
 * Reads a procedure as the national portal's service `LayThuTuc` sends it. Warnings point into that message. What is
 * missing or unreadable becomes null or is skipped, with a warning; nothing is taken from the explanatory texts
 * (MOTA).
 */
export function readLayThuTucRow(value: unknown): RowReading {
  const row = readBy(layThuTucRow, value);
  if ('faults' in row) {
    const code = z.object({ MATTHC: z.string() }).safeParse(value).data?.MATTHC;
    const faults = told(row.faults);
    return refuse(nationalProcedureCode(code ?? '') ?? null, {
      vi: `Không phải thủ tục theo dịch vụ LayThuTuc: ${faults.vi}.`,
      en: `It is not a LayThuTuc procedure: ${faults.en}.`,
    });
  }
  const { value: published, warnings: leftOut } = publishedTexts(row.data);
  const code = nationalProcedureCode(published.MATTHC);
  if (code === undefined)
    return refuse(null, {
      vi: `“${published.MATTHC}” không phải mã thủ tục hành chính.`,
      en: `"${published.MATTHC}" is not a procedure code.`,
    });
  const secret = refusalOfSecret(value, published.TENTTHC);
  if (secret) return refuse(code, secret);
  const [field] = published.LINHVUCTHUCHIEN;
  const fieldName = tidy(field?.TENLINHVUC);
  if (fieldName === '')
    return refuse(code, {
      vi: 'Không nêu lĩnh vực (LINHVUCTHUCHIEN/0/TENLINHVUC).',
      en: 'The field is missing (LINHVUCTHUCHIEN/0/TENLINHVUC).',
    });

  const decision = tidy(published.QUYETDINH);
  const fieldCode = tidy(field?.MALINHVUC);
  const levels = readLevels(
    published.CAPTHUCHIEN.map(level => tidy(level.TENCAP)),
    '/CAPTHUCHIEN',
  );
  const applicants = readPublishedApplicants(published);
  const methods = readMethods(published);
  const components = readComponents(papersOf(published), '/THANHPHANHOSO');
  const kinds = published.KETQUATHUCHIEN.map(({ MAKETQUA, TENKETQUA }) => ({
    code: tidy(MAKETQUA),
    name: tidy(TENKETQUA),
  }));
  const results = readResults(kinds, '/KETQUATHUCHIEN');

  const draft: Procedure = {
    code,
    name: tidy(published.TENTTHC),
    decision,
    levels: levels.value,
    field: { name: fieldName, ...(fieldCode === '' ? {} : { code: fieldCode }) },
    applicants: applicants.value,
    onlineLevel: null,
    anyBoundary: false,
    methods: methods.value,
    components: components.value,
    results: results.value,
    feeDueBefore: null,
    supplementClock: 'restart',
  };
  return conclude(draft, [
    ...leftOut,
    ...remarksOnRow(published, decision),
    ...levels.warnings,
    ...applicants.warnings,
    ...methods.warnings,
    ...components.warnings,
    ...results.warnings,
  ]);
}

function remarksOnRow(published: LayThuTucRow, decision: string): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  const state = tidy(published.TRANGTHAI);
  if (state !== '' && state !== '1') {
    const message = {
      vi: `Trạng thái là ${state}; chỉ trạng thái 1 được công khai.`,
      en: `Its state is ${state}; only 1 is published to citizens.`,
    };
    warnings.push({ code: 'not-public', field: '/TRANGTHAI', message });
  }
  if (decision === '') {
    const message = {
      vi: 'Không nêu quyết định công bố.',
      en: 'The publishing decision is missing.',
    };
    warnings.push({ code: 'decision-missing', field: '/QUYETDINH', message });
  }
  return warnings;
}

function readPublishedApplicants(published: LayThuTucRow): Read<string[]> {
  const kinds = published.DOITUONGTHUCHIEN.map(kind => tidy(kind.TENDOITUONG)).filter(kind => kind !== '');
  if (kinds.length > 0) return readApplicants(kinds, '/DOITUONGTHUCHIEN');
  const described = tidy(published.MOTADOITUONGTHUCHIEN);
  // A description longer than an applicant's kind is prose, not a list.
  const cells = described.length <= 300 ? described.split(/[;,]/) : [];
  return readApplicants(cells, '/MOTADOITUONGTHUCHIEN');
}

function readMethods(published: LayThuTucRow): Read<Method[]> {
  const value: Method[] = [];
  const warnings: ReadingWarning[] = [];
  for (const [index, way] of published.CACHTHUCTHUCHIEN.entries()) {
    const at = `/CACHTHUCTHUCHIEN/${index}`;
    const channel = channelOf(tidy(way.KENH));
    if (channel === undefined) {
      const message = {
        vi: `“${tidy(way.KENH)}” không phải hình thức nộp (1 trực tiếp, 2 trực tuyến, 3 bưu chính); bỏ qua.`,
        en: `"${tidy(way.KENH)}" is not a channel (1 counter, 2 online, 3 post); skipped.`,
      };
      warnings.push({ code: 'channel-unknown', field: `${at}/KENH`, message });
      continue;
    }
    const times: (PublishedTime | undefined)[] = way.THOIGIAN.length === 0 ? [undefined] : way.THOIGIAN;
    for (const [turn, time] of times.entries()) {
      const where = time === undefined ? at : `${at}/THOIGIAN/${turn}`;
      const amount = numberOf(tidy(time?.THOIGIANGIAIQUYET));
      const limit = readLimit({ amount, unit: unitOf(tidy(time?.DONVITINH)) }, where);
      const fee = readPublishedFee(time, where);
      warnings.push(...limit.warnings, ...fee.warnings);
      value.push({ channel, limit: limit.value, fee: fee.value });
    }
  }
  return { value, warnings: [...warnings, ...remarksOnMethods(value, '/CACHTHUCTHUCHIEN')] };
}

function readPublishedFee(time: PublishedTime | undefined, at: string): Read<Method['fee']> {
  const amounts: PublishedAmount[] = [];
  for (const [index, { SOTIEN, DONVI, MOTA }] of (time?.PHILEPHI ?? []).entries()) {
    if (tidy(SOTIEN) === '') continue;
    if (numberOf(tidy(SOTIEN)) === 0 && tidy(MOTA) !== '') {
      // 0 with a description usually means "as the People's Council decides", not free of charge.
      const message = {
        vi: `Ghi mức thu 0 đồng kèm diễn giải: “${tidy(MOTA).slice(0, 120)}”.`,
        en: `A fee of 0 đồng is given with an explanation: "${tidy(MOTA).slice(0, 120)}".`,
      };
      return unclearFee('fee-ambiguous', `${at}/PHILEPHI/${index}`, message);
    }
    const amount = amountOf(tidy(SOTIEN), tidy(DONVI));
    if (amount === undefined) {
      const message = {
        vi: `Không đọc được “${tidy(SOTIEN)} ${tidy(DONVI)}” thành số tiền đồng.`,
        en: `"${tidy(SOTIEN)} ${tidy(DONVI)}" cannot be read as an amount in đồng.`,
      };
      return unclearFee('fee-unreadable', `${at}/PHILEPHI/${index}`, message);
    }
    amounts.push(amount);
  }
  return readFee({ free: false, amounts }, at);
}

function papersOf(published: LayThuTucRow) {
  return published.THANHPHANHOSO.flatMap(({ TRUONGHOP, GIAYTO }, part) =>
    GIAYTO.map((paper, index) => ({
      name: tidy(paper.TENGIAYTO) || tidy(paper.TENMAUDON),
      originals: numberOf(tidy(paper.SOBANCHINH)),
      copies: numberOf(tidy(paper.SOBANSAO)),
      // If the list is divided into cases, each part is required in its case only.
      onlyIn: published.THANHPHANHOSO.length > 1 ? tidy(TRUONGHOP) : '',
      at: `/THANHPHANHOSO/${part}/GIAYTO/${index}`,
    })),
  );
}

function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
