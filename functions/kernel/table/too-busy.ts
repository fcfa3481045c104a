import { ProblemError } from '../../../schemas/api/problem-error.ts';

/** The table gives too little at once, or others keep writing the same items: the same request may be sent again as it is. */
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
