import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { tableEnvironment, uploadsEnvironment } from '../../../../records/services.ts';
import { s3StoredUploads } from '../../stored-uploads.ts';
import { sweepUploads, sweptDays } from '../../sweep-uploads.ts';

const environment = readEnvironment(tableEnvironment.extend(uploadsEnvironment.shape));
const deps = {
  files: dynamoFileStore(openTable(environment.TABLE_NAME)),
  uploads: s3StoredUploads(new S3Client({}), environment.UPLOADS_BUCKET),
};
const logger = functionLogger();

/** An operator may name older days; a day is never looked at before the records of its files have gone. */
const order = z.looseObject({ days: z.array(z.iso.date()).optional() });

/** Every night: removes what was uploaded and taken by no dossier. */
export async function handler(event: unknown): Promise<void> {
  const due = sweptDays(runtimeNow());
  const { days = due } = order.parse(event);
  const latest = due[0] ?? '';
  for (const day of days.filter(asked => asked <= latest)) {
    const swept = await sweepUploads(deps, day);
    if (swept.looked > 0) logger.info('UPLOADS_SWEPT', { day, ...swept });
  }
}
