import { fileURLToPath } from 'node:url';
import type { Draw } from '../../domain/ports/drawing.ts';
import type { Sealers } from '../../domain/ports/sealer.ts';
import type { Instant } from '../../domain/vietnam-time.ts';
import { runtimeNow } from '../../kernel/lambda/runtime.ts';
import { whenNeeded } from '../../kernel/lambda/when-needed.ts';
import { readSignatureSettings } from '../signature-settings.ts';
import type { SealConnectors } from './open-sealers.ts';

/** What files are sealed with: whose seal, what draws the mark, and the time. */
export interface Sealing {
  readonly sealers: Sealers;
  readonly draw: Draw;
  readonly now: () => Instant;
}

/**
 * What a function seals with, loaded with the first file: the client of KMS, and all that reads and writes signatures.
 *
 * @param beside a file beside which fonts and settings are packaged, as `sealingCompanions` has them.
 */
export const openSealing = (
  beside: string,
  sealKey: string,
  connectors: () => Promise<SealConnectors>,
): (() => Promise<Sealing>) =>
  whenNeeded(async () => {
    const [{ openSealers }, { drawWith }, adapters] = await Promise.all([
      import('./open-sealers.ts'),
      import('./draw.ts'),
      connectors(),
    ]);
    const settings = readSignatureSettings(new URL('./signatures.json', beside));
    return {
      sealers: await openSealers(adapters, sealKey, settings, runtimeNow),
      draw: drawWith(fileURLToPath(new URL('./fonts/', beside))),
      now: runtimeNow,
    };
  });
