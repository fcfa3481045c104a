import type { WireResponse } from '../../host/wire.ts';
import type { SignatureDeps } from '../protocol/authenticate.ts';
import { S3Error } from '../protocol/errors.ts';
import { parseForm } from '../protocol/form.ts';
import { verifyPolicy } from '../protocol/post-policy.ts';
import type { S3Request } from '../protocol/request.ts';
import { uriEncode } from '../protocol/signature.ts';
import { element, plainDocument } from '../protocol/xml.ts';
import type { Service } from './call.ts';
import { checksumHeaders, encryptionHeaders, versionHeader } from './object-properties.ts';
import { storeWhole } from './put-object.ts';
import { parseTags } from './tagging.ts';

const LONGEST_KEY_BYTES = 1024;

/** A browser's POST of a form to a bucket, allowed by a signed policy instead of a signed request. */
export async function postObject(
  service: Service,
  request: S3Request,
  deps: SignatureDeps,
): Promise<WireResponse> {
  const form = parseForm(request.headers['content-type'] ?? '', request.body);
  const name = request.bucket ?? '';
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the form's own placeholder
  const key = (form.fields['key'] ?? '').replaceAll('${filename}', form.fileName);
  const fields: Record<string, string> = { ...form.fields, key };
  verifyPolicy({ fields, bucket: name, size: form.file.length }, deps);
  if (key === '')
    throw new S3Error(
      'InvalidArgument',
      "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
      { ArgumentName: 'key', ArgumentValue: '' },
    );
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES)
    throw new S3Error('KeyTooLongError', undefined, { MaxSizeAllowed: String(LONGEST_KEY_BYTES) });
  const bucket = service.store.bucket(name);
  const posted = { ...request, headers: asHeaders(fields), body: form.file };
  const { version, record } = await storeWhole({ ...service, request: posted, bucket, key }, 'Post');
  const location = `http://${request.headers['host'] ?? ''}/${name}/${key.split('/').map(uriEncode).join('/')}`;
  const facts = {
    etag: `"${record.eTag}"`,
    location,
    ...checksumHeaders(record),
    ...encryptionHeaders(record),
    ...versionHeader(bucket, version),
  };
  const redirect = fields['success_action_redirect'] ?? fields['redirect'];
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    for (const [name_, value] of [
      ['bucket', name],
      ['key', key],
      ['etag', `"${record.eTag}"`],
    ] as const)
      target.searchParams.set(name_, value);
    return { status: 303, headers: { ...facts, location: target.href }, body: '' };
  }
  const status = fields['success_action_status'];
  if (status === '201') {
    const document = plainDocument('PostResponse', [
      element('Location', location),
      element('Bucket', name),
      element('Key', key),
      element('ETag', `"${record.eTag}"`),
    ]);
    return { status: 201, headers: { 'content-type': 'application/xml', ...facts }, body: document };
  }
  return { status: status === '200' ? 200 : 204, headers: facts, body: '' };
}

/** Form fields in the words of the headers of a PUT. */
function asHeaders({ acl, tagging, ...fields }: Record<string, string>): Record<string, string> {
  return {
    ...fields,
    ...(acl === undefined ? {} : { 'x-amz-acl': acl }),
    ...(tagging === undefined
      ? {}
      : { 'x-amz-tagging': new URLSearchParams(parseTags(Buffer.from(tagging))).toString() }),
  };
}
