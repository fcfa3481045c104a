import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import type { Sealers } from '../../domain/ports/sealer.ts';
import type { DecisionContent } from '../../domain/printing/decision-document.ts';
import { letterheadOf } from '../../domain/printing/letterhead.ts';
import { readEnvironment } from '../../kernel/config/environment.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { dynamoFileStore } from '../../records/files/file-store.ts';
import { dynamoOrganizationStore } from '../../records/organization/organization-store.ts';
import {
  openDossierServices,
  resultsEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../records/services.ts';
import { s3ResultFiles } from './result-files.ts';
import type { ToBeSealed } from './sealing/seal-result.ts';

/** What makes results, with its clients. `fontFolder`: the fonts packaged beside the function. */
export function openMaking(fontFolder: URL, sealers: Sealers) {
  const environment = readEnvironment(
    tableEnvironment.extend(uploadsEnvironment.shape).extend(resultsEnvironment.shape),
  );
  const { table, dossiers, rules, keyring } = openDossierServices(environment.TABLE_NAME);
  const organization = dynamoOrganizationStore(table);
  const fonts = fileURLToPath(fontFolder);
  return {
    dossiers,
    rules,
    keyring,
    now: runtimeNow,
    resultFiles: s3ResultFiles({
      s3: new S3Client({}),
      uploads: environment.UPLOADS_BUCKET,
      results: environment.RESULTS_BUCKET,
      files: dynamoFileStore(table),
      // Loaded when a result is rendered: the PDF library is as large as the rest of the function.
      render: async (content: DecisionContent) =>
        (await import('./render-decision.ts')).renderToBeSealed(fonts, content),
      seal: async (pdf: Uint8Array, how: ToBeSealed) => {
        const [{ sealResult }, { drawWith }] = await Promise.all([
          import('./sealing/seal-result.ts'),
          import('./sealing/draw.ts'),
        ]);
        return sealResult({ sealers, draw: drawWith(fonts), now: runtimeNow }, pdf, how);
      },
    }),
    letterhead: async (unit: string) => letterheadOf((await organization.current())?.units ?? [], unit),
  };
}
