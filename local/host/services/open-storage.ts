import type { Bus } from '../../events/bus.ts';
import type { Guard } from '../../iam/guard.ts';
import { openS3, type S3 } from '../../s3/s3.ts';
import { bucketSpecs, objectAnnouncement } from '../buckets.ts';
import { PLACE } from '../place.ts';
import { type Opening, under } from './opening.ts';

/** Opens the template's buckets; those that announce their changes do so on the bus. */
export async function openStorage(opening: Opening, bus: Bus, { denial }: Guard): Promise<S3> {
  const { resources, clock, callers, onFault, undo } = opening;
  const buckets = bucketSpecs(resources);
  const announcing = new Set(buckets.filter(({ announces }) => announces).map(({ name }) => name));
  const s3 = await openS3({
    clock,
    folder: under(opening, 'objects'),
    region: PLACE.region,
    credentials: accessKeyId => callers.find(accessKeyId)?.secret,
    denial,
    onFault,
    announce: change => {
      if (announcing.has(change.bucket)) bus.announce(objectAnnouncement(change, PLACE.accountId));
    },
  });
  undo.push(s3.close);
  for (const { name, ...options } of buckets) await s3.createBucket(name, options);
  return s3;
}
