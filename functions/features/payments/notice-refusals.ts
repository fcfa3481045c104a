import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';

export const forged = () =>
  new ProblemError('notice-forged', {
    vi: 'Chữ ký hoặc mã xác thực của thông báo không đúng.',
    en: 'The signature or check code of the notice is wrong.',
  });

export const malformed = (message: Words) =>
  new ProblemError(
    'request-invalid',
    { vi: 'Không đọc được thông báo thanh toán.', en: 'The notice of payment cannot be read.' },
    { faults: [{ pointer: '', message }] },
  );

export const notConnected = () =>
  new ProblemError('gateway-unavailable', {
    vi: 'Hệ thống chưa được cấu hình để nhận thông báo này.',
    en: 'This deployment is not set up to take such notices.',
  });
