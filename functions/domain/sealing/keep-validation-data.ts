import { PdfUpdate } from '../pdf/update.ts';
import { dictOf, named, PdfStream } from '../pdf/values.ts';
import type { RevocationSource } from '../ports/revocation-source.ts';

/**
 * Adds what verifying needs later to a sealed file (its DSS): certificates, and what their authorities say about
 * revocation now. Without any of that the file stays as it is.
 */
export async function keepValidationData(
  pdf: Buffer,
  chain: readonly Uint8Array[],
  source: RevocationSource,
): Promise<Buffer> {
  const { crls, ocsps } = await source.fetch(chain);
  if (crls.length + ocsps.length === 0) return pdf;
  const update = new PdfUpdate(pdf);
  const streams = (items: readonly Uint8Array[]) =>
    items.map(item => update.add(new PdfStream(new Map(), item)));
  const store = dictOf({
    Type: named('DSS'),
    Certs: streams(chain),
    CRLs: crls.length > 0 ? streams(crls) : undefined,
    OCSPs: ocsps.length > 0 ? streams(ocsps) : undefined,
  });
  update.change(update.root, { DSS: update.add(store) });
  return update.write().bytes;
}
