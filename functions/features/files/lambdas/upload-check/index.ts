import { S3Client } from '@aws-sdk/client-s3';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { malwareScanner } from '../../../../connectors/malware/malware-scanner.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { functionLogger } from '../../../../kernel/lambda/runtime.ts';
import { failedMessages } from '../../../../kernel/queue/each-message.ts';
import { openTable } from '../../../../kernel/table/table.ts';
import { dynamoFileStore } from '../../../../records/files/file-store.ts';
import { s3UploadedObjects } from '../../../../records/files/uploaded-objects.ts';
import { malwareEnvironment, tableEnvironment, uploadsEnvironment } from '../../../../records/services.ts';
import { checkArrivals } from '../../check-arrivals.ts';

const environment = readEnvironment(
  tableEnvironment.extend(uploadsEnvironment.shape).extend(malwareEnvironment.shape),
);
const s3 = new S3Client({});
const deps = {
  files: dynamoFileStore(openTable(environment.TABLE_NAME)),
  objects: s3UploadedObjects(s3, environment.UPLOADS_BUCKET),
  scanner: malwareScanner(environment.MALWARE, s3, environment.UPLOADS_BUCKET),
};
const logger = functionLogger();

/** Checks files as they arrive in the bucket; failures are delivered again, then kept in the dead-letter queue. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { failed, ...counts } = await checkArrivals(deps, event.Records, (messageId, error) =>
    logger.error('UPLOAD_CHECK_FAILED', {
      messageId,
      error: error instanceof Error ? error.name : 'unknown',
    }),
  );
  logger.info('UPLOADS_CHECKED', { ...counts, failed: failed.length });
  return failedMessages(failed);
}
