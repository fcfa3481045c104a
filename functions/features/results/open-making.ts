import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import type { DecisionContent } from '../../domain/printing/decision-document.ts';
import { letterheadOf } from '../../domain/printing/letterhead.ts';
import { readEnvironment } from '../../kernel/config/environment.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { dynamoFileStore } from '../../records/files/file-store.ts';
import { dynamoOrganizationStore } from '../../records/organization/organization-store.ts';
import type { SealConnectors } from '../../records/sealing/open-sealers.ts';
import { openSealing } from '../../records/sealing/open-sealing.ts';
import {
  issuedEnvironment,
  openDossierServices,
  sealEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../records/services.ts';
import { s3ResultFiles } from './result-files.ts';
import type { ToBeSealed } from './sealing/seal-result.ts';

/**
 * What makes results, with its clients.
 *
 * @param beside a file beside which fonts and settings are packaged.
 * @param connectors loaded with the first result, as is the client of KMS and all that reads and writes signatures.
 */
export function openMaking(beside: string, connectors: () => Promise<SealConnectors>) {
  const environment = readEnvironment(
    tableEnvironment
      .extend(uploadsEnvironment.shape)
      .extend(issuedEnvironment.shape)
      .extend(sealEnvironment.shape),
  );
  const sealing = openSealing(beside, environment.SEAL_KEY, connectors);
  const { table, dossiers, rules, keyring } = openDossierServices(environment.TABLE_NAME);
  const organization = dynamoOrganizationStore(table);
  const fonts = fileURLToPath(new URL('./fonts/', beside));
  return {
    dossiers,
    rules,
    keyring,
    now: runtimeNow,
    resultFiles: s3ResultFiles({
      s3: new S3Client({}),
      uploads: environment.UPLOADS_BUCKET,
      results: environment.ISSUED_BUCKET,
      files: dynamoFileStore(table),
      // Loaded when a result is rendered: the PDF library is as large as the rest of the function.
      render: async (content: DecisionContent) =>
        (await import('./render-decision.ts')).renderToBeSealed(fonts, content),
      seal: async (pdf: Uint8Array, how: ToBeSealed) => {
        const [{ sealResult }, tools] = await Promise.all([import('./sealing/seal-result.ts'), sealing()]);
        return sealResult(tools, pdf, how);
      },
    }),
    letterhead: async (unit: string) => letterheadOf((await organization.current())?.units ?? [], unit),
  };
}
