import { ProblemError } from '../../../schemas/api/problem-error.ts';

/** The table throttles, or others keep writing the same items: the request may be sent again unchanged. */
export function tooBusy(cause?: unknown): ProblemError {
  return new ProblemError(
    'too-busy',
    {
      vi: 'Hệ thống đang bận; hãy thử lại sau vài giây.',
      en: 'The service is busy; try again in a few seconds.',
    },
    { cause },
  );
}
