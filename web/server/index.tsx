import { makeClient } from '../api/client.ts';
import { home } from '../public/home/home.tsx';
import type { PublicPage } from '../public/page.ts';
import { pay } from '../public/pay/pay.tsx';
import { procedures } from '../public/procedures/procedures.tsx';
import { PublicFrame } from '../public/public-frame.tsx';
import { track } from '../public/track/track.tsx';
import { verify } from '../public/verify/verify.tsx';
import { applicationPage } from './application-page.tsx';
import { documentOf } from './document.tsx';
import { failedPage } from './failed-page.tsx';
import { provinceName } from './province.ts';
import type { Question } from './question.ts';

/** The pages that the server renders whole, by the first part of their address. */
const publicPages: Readonly<Record<string, PublicPage>> = { '': home, procedures, track, verify, pay };

/** Milliseconds that the API may take for one answer: a page that hangs helps nobody. */
const PATIENCE = 5000;

/** Answers for one page; the function of the deployment calls it. */
export async function answerPage(
  question: Question,
): Promise<{ status: number; html: string; failed?: string }> {
  const { path, language, query, agency } = question;
  const [, room = '', name = ''] = path.split('/').map(decoded);
  const api = makeClient({ ...question.api, language, patience: PATIENCE });
  const province = await provinceName(api, agency);
  const application = applicationPage(room, question, province);
  if (application) return { status: 200, html: application };
  const page = publicPages[room] ?? home;
  const shown = await page
    .show({ query, language, name, api, province, agency })
    .catch(error => failedPage(error, language));
  return {
    status: shown.status ?? 200,
    ...('failed' in shown && { failed: shown.failed }),
    html: documentOf({
      language,
      title: `${shown.title} – Một Cửa ${province}`,
      entry: 'public/enhance.ts',
      settings: { language, province },
      body: (
        <PublicFrame province={province} room={page.room} query={query}>
          {shown.content}
        </PublicFrame>
      ),
    }),
  };
}

/** A part of an address; as it is where it cannot be decoded, which then is the name of nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
