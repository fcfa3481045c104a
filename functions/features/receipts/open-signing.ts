import type { CollectingBody } from '../../../schemas/money/receipt.ts';
import { signXml } from '../../domain/sealing/xades/sign-xml.ts';
import type { XmlElement } from '../../domain/xml/element.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import type { SealConnectors } from '../../records/sealing/open-sealers.ts';
import { readSignatureSettings } from '../../records/signature-settings.ts';

/**
 * Signs documents of collecting bodies with the seals of their units; a demonstration’s certificate says so itself. All
 * that signs is loaded with the first document.
 *
 * @param beside a file beside which the settings of signatures are packaged.
 */
export function bodySigner(beside: string, sealKey: string, connectors: () => Promise<SealConnectors>) {
  const sealers = whenNeeded(async () => {
    const [{ openSealers }, adapters] = await Promise.all([
      import('../../records/sealing/open-sealers.ts'),
      connectors(),
    ]);
    const settings = readSignatureSettings(new URL('./signatures.json', beside));
    return openSealers(adapters, sealKey, settings, runtimeNow);
  });
  return async (document: XmlElement, { unit, name }: CollectingBody): Promise<Buffer> => {
    const { signer } = await (await sealers()).of(unit, name);
    return signXml(document, signer, runtimeNow());
  };
}
