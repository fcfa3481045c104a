import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { Words } from '../../../../schemas/words.ts';
import { dong } from '../../wording/amounts.ts';

/** A deposit of another amount than what was counted, without a reason. */
export function unexplained(due: number, difference: number): ProblemError {
  const [much, way] = [Math.abs(difference), difference > 0 ? 'nhiều hơn' : 'ít hơn'];
  return new ProblemError(
    'request-invalid',
    {
      vi: `Các két này phải nộp ${dong(due)}; số tiền nộp ${way} ${dong(much)}. Hãy kiểm tra lại, hoặc ghi rõ lý do.`,
      en: `These drawers owe ${due} đồng; ${much} ${difference > 0 ? 'more' : 'less'} was paid in. Check it, or say why.`,
    },
    {
      faults: [
        {
          pointer: '/reason',
          message: { vi: 'phải giải trình phần chênh lệch', en: 'must say why the amount differs' },
        },
      ],
    },
  );
}

export function invalidDay(message: Words): ProblemError {
  return new ProblemError(
    'request-invalid',
    { vi: 'Ngày nộp tiền không hợp lệ.', en: 'The day of the deposit is not valid.' },
    { faults: [{ pointer: '/paidInOn', message }] },
  );
}
