import * as z from 'zod';

/** This interface sends numbers as numbers or text, and anything may be missing, null or "". */
const text = z.union([z.string(), z.number()]).transform(String).nullish();
/** A list that may be missing, null, "" or, with one member, that member itself. */
function list<T extends z.ZodType>(member: T) {
  return z.preprocess(value => {
    if (value === null || value === undefined || value === '') return [];
    return Array.isArray(value) ? value : [value];
  }, z.array(member));
}

const fee = z.object({ MAPHILEPHI: text, SOTIEN: text, DONVI: text, MOTA: text });
const time = z.object({ THOIGIANGIAIQUYET: text, DONVITINH: text, MOTA: text, PHILEPHI: list(fee) });
const paper = z.object({
  MAGIAYTO: text,
  TENGIAYTO: text,
  SOBANCHINH: text,
  SOBANSAO: text,
  TENMAUDON: text,
});

/**
 * A procedure as the national portal's service `LayThuTuc` sends it, with the upper-case names of the wire. What the
 * catalogue does not keep (order of steps, requirements, legal basis, links to forms) is ignored.
 */
export const layThuTucRow = z.object({
  MATTHC: z.union([z.string(), z.number()]).transform(String),
  TENTTHC: z.string(),
  TRANGTHAI: text,
  QUYETDINH: text,
  LINHVUCTHUCHIEN: list(z.object({ MALINHVUC: text, TENLINHVUC: text })),
  CAPTHUCHIEN: list(z.object({ TENCAP: text })),
  DOITUONGTHUCHIEN: list(z.object({ TENDOITUONG: text })),
  MOTADOITUONGTHUCHIEN: text,
  CACHTHUCTHUCHIEN: list(z.object({ KENH: text, THOIGIAN: list(time) })),
  THANHPHANHOSO: list(z.object({ TRUONGHOP: text, GIAYTO: list(paper) })),
  KETQUATHUCHIEN: list(z.object({ MAKETQUA: text, TENKETQUA: text })),
});
export type LayThuTucRow = z.infer<typeof layThuTucRow>;

/** Whether a value looks like a procedure of the portal's `LayThuTuc`. */
export function isLayThuTucRow(value: unknown): boolean {
  return (
    z.object({ MATTHC: z.unknown() }).safeParse(value).success &&
    z.looseObject({}).safeParse(value).data?.['MATTHC'] !== undefined
  );
}
