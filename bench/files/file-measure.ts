import type { BenchContext } from '../parts/context.ts';
import type { PartReport } from '../report.ts';

/** One thing that is done with files, measured; a file of this folder each, named in `measures.ts`. */
export type FileMeasure = (context: BenchContext) => Promise<Omit<PartReport, 'title'>>;
