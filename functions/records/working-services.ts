import type { Logger } from '@aws-lambda-powertools/logger';
import { readEnvironment } from '../kernel/config/environment.ts';
import { whenNeeded } from '../kernel/lambda/when-needed.ts';
import { dynamoItems } from '../kernel/table/dynamo-items.ts';
import { openMachine } from './executions/open-machine.ts';
import { checkedElsewhere } from './files/checked-elsewhere.ts';
import { dynamoFileStore } from './files/file-store.ts';
import type { UploadedObjects } from './files/uploaded-objects.ts';
import type { KeyringOpener } from './keyring/keyring.ts';
import {
  machineEnvironment,
  malwareEnvironment,
  openDossierServices,
  tableEnvironment,
  uploadsEnvironment,
} from './services.ts';
import { keptVault } from './vault/vault.ts';

/**
 * What functions need that change dossiers on behalf of people: records, uploaded files, units, and the machines to
 * wake.
 */
export function openWorkingServices(logger: Logger, openKeyring?: KeyringOpener) {
  const environment = readEnvironment(
    tableEnvironment
      .extend(machineEnvironment.shape)
      .extend(uploadsEnvironment.shape)
      .extend(malwareEnvironment.shape),
  );
  const services = openDossierServices(environment.TABLE_NAME, openKeyring);
  const { wake } = openMachine(services.table, environment.STATE_MACHINE_ARN, logger);
  return {
    ...services,
    wake,
    vault: keptVault(dynamoItems(services.table)),
    files: dynamoFileStore(services.table),
    objects: objectsWhenNeeded(environment.UPLOADS_BUCKET),
    ...checkedElsewhere(environment.MALWARE),
  };
}

/**
 * The bucket's client is a sixth of the code loaded at a cold start, and most requests bring no file: it is loaded
 * with the first one.
 */
function objectsWhenNeeded(bucket: string): UploadedObjects {
  const objects = whenNeeded(async () => {
    const { openUploadedObjects } = await import('./files/open-uploaded-objects.ts');
    return openUploadedObjects(bucket);
  });
  return { look: async key => (await objects()).look(key) };
}
