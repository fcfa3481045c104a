import { readFileSync } from 'node:fs';
import { type SignatureSettings, signatureSettings } from '../../schemas/signatures/settings.ts';

/** The settings of signatures, packaged as a file: certificates are too long for a function's environment. */
export function readSignatureSettings(file: URL): SignatureSettings {
  return signatureSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
}
