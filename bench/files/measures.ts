import type { FileMeasure } from './file-measure.ts';
import { measureSignatures } from './signatures.ts';

/** What is measured of files, by the name of its figures. */
export const measures: Readonly<Record<string, FileMeasure>> = { signatures: measureSignatures };
