import type { CollectingBody } from '../../../schemas/money/receipt.ts';
import { signXml } from '../../domain/sealing/xades/sign-xml.ts';
import type { XmlElement } from '../../domain/xml/element.ts';
import type { Sealing } from '../../records/sealing/open-sealing.ts';

/** Signs documents of collecting bodies with their seals; a demonstration's certificate says so itself. */
export function bodySigner(sealing: () => Promise<Pick<Sealing, 'sealers' | 'now'>>) {
  return async (document: XmlElement, { unit, name }: CollectingBody): Promise<Buffer> => {
    const { sealers, now } = await sealing();
    const { signer } = await sealers.of(unit, name);
    return signXml(document, signer, now());
  };
}
