import { readFile } from 'node:fs/promises';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { documentationPages } from '../../../schemas/api/operations/site.ts';

/** A file of the documentation site: its path in the package, and its type. */
interface Page {
  readonly file: string;
  readonly type: string;
}

const pages: Readonly<Record<(typeof documentationPages)[number], Page>> = {
  '/openapi.json': { file: 'openapi.json', type: 'application/json; charset=utf-8' },
  '/docs': { file: 'docs.html', type: 'text/html; charset=utf-8' },
  '/docs/swagger-ui.css': { file: 'swagger-ui.css', type: 'text/css; charset=utf-8' },
  '/docs/swagger-ui-bundle.js': { file: 'swagger-ui-bundle.js', type: 'text/javascript; charset=utf-8' },
  '/docs/start.js': { file: 'start.js', type: 'text/javascript; charset=utf-8' },
};

/** Scripts run only from this origin; Swagger UI uses inline styles and data images. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The answer for a documentation page, or undefined for other routes. `folder` holds the packaged files. */
export async function staticPage(
  folder: URL,
  routeKey: string,
): Promise<APIGatewayProxyStructuredResultV2 | undefined> {
  const path = documentationPages.find(candidate => routeKey === `GET ${candidate}`);
  if (path === undefined) return undefined;
  const page = pages[path];
  return {
    statusCode: 200,
    headers: {
      'content-type': page.type,
      'cache-control': 'public, max-age=300',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body: await readFile(new URL(page.file, folder), 'utf8'),
  };
}
