import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { orderInput } from '../../../../../schemas/machine.ts';
import { letterheadOf } from '../../../../domain/printing/letterhead.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { machineFunction } from '../../../../kernel/lambda/machine-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { dynamoOrganizationStore } from '../../../../records/organization/organization-store.ts';
import {
  openDossierServices,
  resultsEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../../../../records/services.ts';
import { issueResult } from '../../issue-result.ts';
import { s3ResultFiles } from '../../result-files.ts';

const environment = readEnvironment(
  tableEnvironment.extend(uploadsEnvironment.shape).extend(resultsEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, rules, keyring } = openDossierServices(environment.TABLE_NAME);
const organization = dynamoOrganizationStore(table);
const fonts = fileURLToPath(new URL('./fonts/', import.meta.url));
const deps = {
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
    render: async content => (await import('../../render-decision.ts')).renderDecision(fonts, content),
  }),
  letterhead: async (unit: string) => letterheadOf((await organization.current())?.units ?? [], unit),
};

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
