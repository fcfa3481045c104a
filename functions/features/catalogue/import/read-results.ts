import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';
import { resultCode } from '../../../../schemas/codes/procedure-code.ts';
import type { Read, ReadingWarning } from './reading.ts';

type Result = Procedure['results'][number];

/** Kinds of results (kết quả thực hiện), each once; an unreadable code is skipped with a warning. */
export function readResults(
  published: readonly { code: string; name?: string | undefined }[],
  field: string,
): Read<Result[]> {
  const value: Result[] = [];
  const warnings: ReadingWarning[] = [];
  for (const [index, { code, name }] of published.entries()) {
    const read = resultCode.safeParse(code.trim());
    if (!read.success) {
      const message = {
        vi: `“${code}” không phải mã kết quả dạng KQ.G15.000031; bỏ qua.`,
        en: `"${code}" is not a result code such as KQ.G15.000031; skipped.`,
      };
      warnings.push({ code: 'result-unreadable', field: `${field}/${index}`, message });
    } else if (!value.some(result => result.code === read.data)) {
      value.push({ code: read.data, ...(name?.trim() ? { name: name.trim().slice(0, 1000) } : {}) });
    }
  }
  if (published.length === 0) {
    warnings.push({
      code: 'results-missing',
      field,
      message: { vi: 'Chưa công bố loại kết quả nào.', en: 'No kind of result is published.' },
    });
  }
  return { value, warnings };
}
