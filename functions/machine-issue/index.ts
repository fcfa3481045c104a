import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { orderInput } from '../../schemas/machine.ts';
import { letterheadOf } from '../domain/printing/letterhead.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { dynamoFileStore } from '../platform/files/file-store.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoMachineBook } from '../platform/machine/machine-book.ts';
import { machineFunction } from '../platform/machine/machine-function.ts';
import { dynamoOrganisationStore } from '../platform/organisation/organisation-store.ts';
import {
  openDossierServices,
  resultsEnvironment,
  tableEnvironment,
  uploadsEnvironment,
} from '../platform/services.ts';
import { issueResult } from './issue-result.ts';
import { s3ResultFiles } from './result-files.ts';

const environment = readEnvironment(
  tableEnvironment.extend(uploadsEnvironment.shape).extend(resultsEnvironment.shape),
);
const logger = functionLogger();
const { table, dossiers, rules } = openDossierServices(environment.TABLE_NAME);
const organisation = dynamoOrganisationStore(table);
const fonts = fileURLToPath(new URL('./fonts/', import.meta.url));
const deps = {
  dossiers,
  rules,
  book: dynamoMachineBook(table),
  now: runtimeNow,
  resultFiles: s3ResultFiles({
    s3: new S3Client({}),
    uploads: environment.UPLOADS_BUCKET,
    results: environment.RESULTS_BUCKET,
    files: dynamoFileStore(table),
    // Loaded when a result is rendered: the PDF library is as large as the rest of the function.
    render: async content => (await import('./render-decision.ts')).renderDecision(fonts, content),
  }),
  letterhead: async (unit: string) => letterheadOf((await organisation.current())?.units ?? [], unit),
};

/** The machine makes the result of a decided dossier. */
export const handler = machineFunction(orderInput, logger, ({ order }) => issueResult(deps, order));
