import { brotliCompressSync, constants } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PageAnswer, PageQuestion, PageServer } from './page-server.ts';

export interface PageDeps {
  readonly server: () => Promise<PageServer>;
  readonly site: Pick<PageQuestion, 'api' | 'agency' | 'signIn'>;
  readonly policy: string;
  /** Told of pages that show an error: by its kind, never by its address. */
  readonly onFailed?: (kind: string) => void;
}

/** Answers with a page, in the language that was chosen on the pages before; Vietnamese first. */
export async function answerPage(
  { server, site, policy, onFailed }: PageDeps,
  event: Pick<APIGatewayProxyEventV2, 'rawPath' | 'queryStringParameters' | 'cookies' | 'headers'>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const query = Object.fromEntries(
    Object.entries(event.queryStringParameters ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  const chosen = query['lang'] === 'en' || query['lang'] === 'vi' ? query['lang'] : undefined;
  const language = chosen ?? (event.cookies?.includes('lang=en') ? 'en' : 'vi');
  const pages = await server();
  const answer = await pages.answerPage({ ...site, path: event.rawPath, query, language });
  if (answer.failed !== undefined) onFailed?.(answer.failed);
  return {
    ...written(answer, policy, event.headers['accept-encoding']),
    // A link chooses the language, so that no script is needed for it.
    ...(chosen && { cookies: [`lang=${chosen}; Path=/; Max-Age=31536000; SameSite=Lax`] }),
  };
}

function written(
  { status, html }: PageAnswer,
  policy: string,
  accepted: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const packs = /\bbr\b/.test(accepted ?? '');
  return {
    statusCode: status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // A page names the scripts of its build and holds what was true when it was asked for.
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
      'cross-origin-opener-policy': 'same-origin',
      vary: 'accept-encoding, cookie',
      ...(packs && { 'content-encoding': 'br' }),
    },
    ...(packs ? { body: packed(html), isBase64Encoded: true } : { body: html }),
  };
}

/** Quality 5: nearly as small as the best, in a twentieth of the time. */
function packed(html: string): string {
  return brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).toString('base64');
}
