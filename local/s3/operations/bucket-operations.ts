import type { WireResponse } from '../../host/wire.ts';
import { S3Error } from '../protocol/errors.ts';
import type { S3Request } from '../protocol/request.ts';
import { childText, element, optional, parseXml, xmlDocument } from '../protocol/xml.ts';
import { type BucketCall, emptyAnswer, requestDocument, type Service, xmlAnswer } from './call.ts';

/** Whether S3 allows the name. It is also what makes the name safe as a folder. */
export function isBucketName(name: string): boolean {
  return (
    /^(?=.{3,63}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(name) &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name)
  );
}

const DEFAULT_REGION = 'us-east-1';

export async function createBucketOperation(
  { store, now, region }: Service,
  name: string,
  request: S3Request,
): Promise<WireResponse> {
  if (!isBucketName(name)) throw new S3Error('InvalidBucketName', undefined, { BucketName: name });
  const constraint =
    request.body.length === 0
      ? undefined
      : childText(parseXml(request.body, 'CreateBucketConfiguration'), 'LocationConstraint');
  if (constraint !== undefined && constraint !== region)
    throw new S3Error(
      'IllegalLocationConstraintException',
      `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  // S3 in its first region answers a repeated creation with success, elsewhere with this error.
  if (store.find(name) && region !== DEFAULT_REGION)
    throw new S3Error('BucketAlreadyOwnedByYou', undefined, { BucketName: name });
  await store.create({ name, createdAt: now(), versioning: 'never', cors: [] });
  return emptyAnswer(200, { location: `/${name}` });
}

export async function listBuckets({ store, region }: Service): Promise<WireResponse> {
  const buckets = store.all().map(bucket => {
    const { name, createdAt } = bucket.record();
    return element('Bucket', [
      element('Name', name),
      element('CreationDate', new Date(createdAt).toISOString()),
      element('BucketRegion', region),
    ]);
  });
  const owner = element('Owner', [element('ID', 'motcua'), element('DisplayName', 'motcua')]);
  return xmlAnswer(xmlDocument('ListAllMyBucketsResult', [owner, element('Buckets', buckets)]));
}

export async function headBucket({ region }: BucketCall): Promise<WireResponse> {
  return emptyAnswer(200, { 'x-amz-bucket-region': region, 'x-amz-access-point-alias': 'false' });
}

export async function deleteBucket({ store, bucket }: BucketCall): Promise<WireResponse> {
  await store.remove(bucket.record().name);
  return emptyAnswer(204);
}

export async function getBucketLocation({ region }: BucketCall): Promise<WireResponse> {
  return xmlAnswer(xmlDocument('LocationConstraint', region === DEFAULT_REGION ? '' : region));
}

export async function putBucketVersioning({ bucket, request }: BucketCall): Promise<WireResponse> {
  const document = requestDocument(request, 'VersioningConfiguration');
  const status = childText(document, 'Status');
  if (childText(document, 'MfaDelete') === 'Enabled')
    throw new S3Error('NotImplemented', 'This host does not implement MfaDelete.', { Header: 'x-amz-mfa' });
  if (status !== 'Enabled' && status !== 'Suspended')
    throw new S3Error('IllegalVersioningConfigurationException');
  if (status === 'Suspended' && bucket.record().lock)
    throw new S3Error(
      'InvalidBucketState',
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    );
  const versioning = status === 'Enabled' ? 'enabled' : 'suspended';
  await bucket.locked('record', '', () => bucket.configure({ ...bucket.record(), versioning }));
  return emptyAnswer(200);
}

export async function getBucketVersioning({ bucket }: BucketCall): Promise<WireResponse> {
  const { versioning } = bucket.record();
  const status = { never: undefined, enabled: 'Enabled', suspended: 'Suspended' }[versioning];
  return xmlAnswer(xmlDocument('VersioningConfiguration', optional('Status', status)));
}

export async function getObjectLockConfiguration({ bucket }: BucketCall): Promise<WireResponse> {
  const { name, lock } = bucket.record();
  if (!lock) throw new S3Error('ObjectLockConfigurationNotFoundError', undefined, { BucketName: name });
  const retention = element('DefaultRetention', [element('Mode', lock.mode), element('Days', lock.days)]);
  return xmlAnswer(
    xmlDocument('ObjectLockConfiguration', [
      element('ObjectLockEnabled', 'Enabled'),
      element('Rule', [retention]),
    ]),
  );
}

/** Every bucket of S3 is encrypted with S3's own key unless configured otherwise, which this host cannot be. */
export async function getBucketEncryption(): Promise<WireResponse> {
  const rule = element('Rule', [
    element('ApplyServerSideEncryptionByDefault', [element('SSEAlgorithm', 'AES256')]),
    element('BucketKeyEnabled', false),
  ]);
  return xmlAnswer(xmlDocument('ServerSideEncryptionConfiguration', [rule]));
}
