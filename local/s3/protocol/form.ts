import { S3Error } from './errors.ts';

/** A browser's form: its text fields by lower-case name, and its one file. */
export interface PostedForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: Buffer;
  readonly fileName: string;
}

const LARGEST_FIELDS = 20_000;

function malformed(): S3Error {
  return new S3Error('MalformedPOSTRequest');
}

/**
 * Parses multipart/form-data by S3's rules: fields after the file are ignored, and there must be exactly one file field,
 * named `file`. Throws MalformedPOSTRequest, InvalidArgument and EntityTooLarge (for the fields).
 */
export function parseForm(contentType: string, body: Buffer): PostedForm {
  const boundary = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) throw malformed();
  const separator = Buffer.from(`\r\n--${mark}`);
  const fields: Record<string, string> = {};
  let fieldBytes = 0;
  if (!body.subarray(0, separator.length - 2).equals(separator.subarray(2))) throw malformed();
  for (let at = separator.length - 2; body.toString('latin1', at, at + 2) === '\r\n'; ) {
    const headEnd = body.indexOf('\r\n\r\n', at);
    const end = body.indexOf(separator, headEnd < 0 ? at : headEnd + 2);
    if (headEnd < 0 || end < 0) throw malformed();
    const head = body.toString('utf8', at + 2, headEnd);
    const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? '';
    const name = /(?:^|[\s;])name="([^"]*)"/i.exec(disposition)?.[1]?.toLowerCase();
    if (name === undefined) throw malformed();
    const content = body.subarray(headEnd + 4, end);
    if (name === 'file') {
      const sent = /(?:^|[\s;])filename="([^"]*)"/i.exec(disposition)?.[1] ?? '';
      // Some browsers send the file's whole path.
      return { fields, file: content, fileName: sent.split(/[\\/]/).at(-1) ?? '' };
    }
    fieldBytes += name.length + content.length;
    if (fieldBytes > LARGEST_FIELDS)
      throw new S3Error(
        'EntityTooLarge',
        'Your POST request fields preceding the upload file were too large.',
        {
          MaxSizeAllowed: String(LARGEST_FIELDS),
        },
      );
    if (fields[name] !== undefined)
      throw new S3Error('InvalidArgument', `POST requires exactly one value for the field ${name}.`, {
        ArgumentName: name,
      });
    fields[name] = content.toString('utf8');
    at = end + separator.length;
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.', {
    ArgumentName: 'file',
    ArgumentValue: '0',
  });
}
