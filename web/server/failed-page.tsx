import { Refused } from '../api/problem.ts';
import { Failure } from '../parts/failure.tsx';
import type { Shown } from '../public/page.ts';
import type { Language } from '../wording/language.tsx';

/** A page whose answer the API refused, or did not give: with the reason, and the status it had. */
export function failedPage(error: unknown, language: Language): Shown & { readonly failed: string } {
  const status = error instanceof Refused ? error.problem.status : 502;
  const title =
    error instanceof Refused ? error.problem.title : language === 'vi' ? 'Có lỗi' : 'Something is wrong';
  const failed =
    error instanceof Refused ? error.problem.code : error instanceof Error ? error.name : 'unknown';
  return { title, status, failed, content: <Failure error={error} /> };
}
