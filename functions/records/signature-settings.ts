import { readFileSync } from 'node:fs';
import { type SignatureSettings, signatureSettings } from '../../schemas/signatures/settings.ts';

/** The settings of signatures, in a file packaged beside the function: certificates are too long for its environment. */
export function readSignatureSettings(file: URL): SignatureSettings {
  return signatureSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
}
