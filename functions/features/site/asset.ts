import { readFile } from 'node:fs/promises';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff: 'font/woff',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Names as the build gives them: a digest of the content is in each, so that it may be kept for ever. */
const NAMED = /^[\w-]+(?:\.[\w-]+)*\.(?<ending>js|css|woff|svg|png)$/;

/**
 * A script, style sheet, font or picture of the pages, compressed as the browser can read it; undefined if there is
 * none of that name.
 */
export async function asset(
  folder: URL,
  name: string,
  accepted: string | undefined,
): Promise<APIGatewayProxyStructuredResultV2 | undefined> {
  const type = TYPES[NAMED.exec(name)?.groups?.['ending'] ?? ''];
  if (type === undefined) return undefined;
  const packed = /\bbr\b/.test(accepted ?? '') ? await read(new URL(`${name}.br`, folder)) : undefined;
  const content = packed ?? (await read(new URL(name, folder)));
  if (!content) return undefined;
  return {
    statusCode: 200,
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      ...(packed && { 'content-encoding': 'br' }),
      vary: 'accept-encoding',
    },
    body: content.toString('base64'),
    isBase64Encoded: true,
  };
}

async function read(file: URL): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
