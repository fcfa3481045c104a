// Writes the documents that are made from the code. With --check nothing is written: stale files are named and the exit code is 1.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fontCoverage } from './generate-font-coverage.ts';
import { functionsPage } from './generate-functions.ts';
import { lifecyclePage } from './generate-lifecycle.ts';
import { rightsPage } from './generate-rights.ts';
import { webClient } from './generate-web-client.ts';
import { openApiDocument } from './openapi/document.ts';

const root = new URL('../', import.meta.url);

/** Every generated document by its path in the project. */
export async function generatedDocuments(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/openapi.json': `${JSON.stringify(openApiDocument(), undefined, 2)}\n`,
    'docs/rights.md': rightsPage(),
    'docs/lifecycle.md': lifecyclePage(),
    'docs/functions.md': functionsPage(),
    'web/api/generated.ts': await webClient(),
    'functions/domain/printing/font-coverage.json': fontCoverage(),
  };
}

/** The documents whose file is missing or says something else. */
export async function staleDocuments(): Promise<string[]> {
  return Object.entries(await generatedDocuments()).flatMap(([path, content]) =>
    kept(path) === content ? [] : [path],
  );
}

function kept(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const stale = await staleDocuments();
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is not what the code says: run npm run generate.`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  const documents = await generatedDocuments();
  for (const path of stale) {
    writeFileSync(new URL(path, root), documents[path] ?? '');
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log('All generated documents are up to date.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
