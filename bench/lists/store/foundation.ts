import { createHash } from 'node:crypto';
import { contentHash } from '../../../functions/domain/catalogue/content-hash.ts';
import { dynamoCatalogueStore } from '../../../functions/records/catalogue/catalogue-store.ts';
import { type Keyring, keyringMaker } from '../../../functions/records/keyring/keyring.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { dynamoOrganizationStore } from '../../../functions/records/organization/organization-store.ts';
import { dynamoWorkCalendarStore } from '../../../functions/records/work-calendar/work-calendar-store.ts';
import { publishedVersion, starter, workCalendar } from '../../../test/support/lifecycle/memory-province.ts';
import { captureWrites, type Item } from './capture.ts';
import { benchProcedures } from './procedures.ts';

const recordedAt = '2024-11-01T08:00:00+07:00';

/** The keyring of a store: its secrets come of the seed, so that the same people have the same keys. */
function keyringItem(seed: string): Item {
  const secret = (name: string) => createHash('sha256').update(`${seed} ${name}`).digest('base64url');
  return { ...keys.keyring(), persons: secret('persons'), cursors: secret('cursors') };
}

export function benchKeyring(seed: string): Promise<Keyring> {
  return keyringMaker(captureWrites(() => keyringItem(seed)).table)();
}

/** What a province has before its first dossier: units, officers, working time, catalogue, workflows, keyring. */
export async function foundation(seed: string): Promise<Item[]> {
  const capture = captureWrites();
  const organization = dynamoOrganizationStore(capture.table);
  await organization.add({ version: 1, recordedAt, units: [...starter.units] });
  await organization.recordOfficers(starter.officers);
  await dynamoWorkCalendarStore(capture.table).add({ version: 1, recordedAt, workCalendar });
  const catalogue = dynamoCatalogueStore(capture.table);
  for (const { procedure, workflow } of benchProcedures(seed)) {
    const steps = { version: 1, contentHash: contentHash(workflow), recordedAt, workflow };
    await catalogue.saveProcedure(publishedVersion(procedure), 'add', catalogue.addingWorkflow(steps));
  }
  return [keyringItem(seed), ...capture.taken().map(({ item }) => item)];
}
