import * as z from 'zod';
import { malwareSettings } from '../../schemas/malware.ts';
import { quotas } from '../../schemas/quotas.ts';
import { jsonSetting } from '../kernel/config/environment.ts';
import { openTable } from '../kernel/table/table.ts';
import { dynamoCatalogueStore } from './catalogue/catalogue-store.ts';
import { dynamoDossierStore } from './dossiers/dynamo-dossier-store.ts';
import { type KeyringOpener, keyringOpener } from './keyring/keyring.ts';
import { dynamoOrganizationStore } from './organization/organization-store.ts';
import { rulesLoader } from './rules/rules-loader.ts';
import { dynamoWorkCalendarStore } from './work-calendar/work-calendar-store.ts';

/** Environment of functions that use the table; quotas; the machine; the buckets. */
export const tableEnvironment = z.object({ TABLE_NAME: z.string().min(1) });
export const quotaEnvironment = z.object({ QUOTAS: jsonSetting(quotas) });
export const machineEnvironment = z.object({ STATE_MACHINE_ARN: z.string().min(1) });
export const uploadsEnvironment = z.object({ UPLOADS_BUCKET: z.string().min(1) });
export const malwareEnvironment = z.object({ MALWARE: jsonSetting(malwareSettings) });
/** Where results are written. */
export const issuedEnvironment = z.object({ ISSUED_BUCKET: z.string().min(1) });
/** Where they are read: there, and where they were written before their files were locked. */
export const resultsEnvironment = issuedEnvironment.extend({ RESULTS_BUCKET: z.string().min(1) });
export const sealEnvironment = z.object({ SEAL_KEY: z.string().min(1) });
export const formsEnvironment = z.object({ FORMS_BUCKET: z.string().min(1) });
export const exportsEnvironment = z.object({ EXPORTS_BUCKET: z.string().min(1) });
export const anchorsEnvironment = z.object({ ANCHORS_BUCKET: z.string().min(1) });
export const exportQueueEnvironment = z.object({ EXPORT_QUEUE_URL: z.url() });

/** What nearly every function needs of the table. */
export function openDossierServices(tableName: string, openKeyring: KeyringOpener = keyringOpener) {
  const table = openTable(tableName);
  const catalogue = dynamoCatalogueStore(table);
  const workCalendars = dynamoWorkCalendarStore(table);
  const organization = dynamoOrganizationStore(table);
  return {
    table,
    catalogue,
    workCalendars,
    organization,
    dossiers: dynamoDossierStore(table),
    rules: rulesLoader({ catalogue, workCalendars, organization }),
    keyring: openKeyring(table),
  };
}
