import { MOST_PAGES, MOST_PIXELS } from '../../../schemas/file-limits.ts';
import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { activeXml, unsignedXml } from '../../domain/files/attachment-refusals.ts';
import { beginningOf } from '../../domain/files/beginnings.ts';
import { pictureSizes } from '../../domain/files/picture-size.ts';
import {
  cutOff,
  damagedPicture,
  otherKind,
  pdfFaults,
  stateSecret,
  tooManyPictures,
  tooManyPixels,
  twoKinds,
} from '../../domain/files/refusals.ts';
import { secrecyOfXml } from '../../domain/files/secret-markup.ts';
import { xmlFault } from '../../domain/files/signed-xml.ts';
import { isOfTwoKinds } from '../../domain/files/two-kinds.ts';
import { isWhole } from '../../domain/files/whole-file.ts';

/**
 * Whether the bytes of a file can be used as the declared type; undefined if they can. PDF is judged by the reader
 * most officers open it with. The code that recognizes and reads files is loaded with the first file.
 */
export async function refusalOfContent(
  declared: StoredFile['contentType'],
  bytes: Uint8Array,
): Promise<FileRefusal | undefined> {
  const start = beginningOf(declared, bytes);
  if (start !== 0) {
    const { recognize } = await import('./recognize.ts');
    const found = await recognize(bytes);
    // A PDF may have junk before it, but not another file: an archive that contains a PDF is an archive.
    if (start === undefined || (found !== undefined && found !== declared)) return otherKind(declared, found);
  }
  if (!isWhole(declared, bytes)) return cutOff;
  if (isOfTwoKinds(declared, bytes)) return twoKinds;
  switch (declared) {
    case 'application/pdf':
      return refusalOfPdf(bytes);
    case 'image/jpeg':
    case 'image/png':
    case 'image/tiff':
    case 'image/heic':
    case 'image/heif':
      return refusalOfPicture(declared, bytes);
    case 'application/pkcs7-mime':
    case 'application/pkcs7-signature':
      return (await import('./judge-signed.ts')).refusalOfSigned(declared, bytes, refusalOfContent);
    case 'application/xml':
      return refusalOfXml(bytes);
    default:
      return (await import('./judge-office.ts')).refusalOfOffice(declared, bytes);
  }
}

async function refusalOfPdf(bytes: Uint8Array): Promise<FileRefusal | undefined> {
  const { dangerOfPdf } = await import('./pdf/examine-pdf.ts');
  const { findingOfPdf } = await import('./pdf/read-pdf.ts');
  // Its dangers first: a reader unpacks whatever it comes upon.
  const found = (await dangerOfPdf(bytes)) ?? (await findingOfPdf(bytes));
  return typeof found === 'object' ? stateSecret(found) : found && pdfFaults[found];
}

function refusalOfPicture(type: StoredFile['contentType'], bytes: Uint8Array): FileRefusal | undefined {
  const sizes = pictureSizes(type, bytes);
  if (sizes.length === 0 || sizes.some(({ width, height }) => width * height === 0)) return damagedPicture;
  if (type === 'image/tiff' && sizes.length > MOST_PAGES) return tooManyPictures;
  return sizes.some(({ width, height }) => width * height > MOST_PIXELS) ? tooManyPixels : undefined;
}

function refusalOfXml(bytes: Uint8Array): FileRefusal | undefined {
  const fault = xmlFault(bytes);
  if (fault !== undefined) return fault === 'active' ? activeXml : unsignedXml;
  const mark = secrecyOfXml(new TextDecoder().decode(bytes));
  return mark && stateSecret(mark);
}
