import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';
import { whenNeeded } from '../../../kernel/lambda/when-needed.ts';

/** The parts of PDFium’s memory used here, which its types leave out. */
interface Memory {
  readonly wasmExports: { malloc(size: number): number; free(at: number): void };
  readonly HEAPU8: Uint8Array<ArrayBuffer>;
}

export type Pdfium = Awaited<ReturnType<typeof init>>;

/** PDFium, the reader inside Chrome and Edge. */
export const pdfium = whenNeeded(async () => {
  const library = await init({ wasmBinary: Uint8Array.from(readFileSync(wasmFile())).buffer });
  library.PDFiumExt_Init();
  return library;
});

/** Beside the bundle in a function’s package; in the npm package when run from source. */
function wasmFile(): string {
  const beside = fileURLToPath(new URL('./pdfium.wasm', import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}

/** A piece of PDFium’s memory. */
export interface Piece {
  readonly at: number;
  /** Its content now: later allocations may move the memory. */
  bytes(): Uint8Array<ArrayBuffer>;
  view(): DataView;
  free(): void;
}

export function allocate({ pdfium: module }: Pdfium, size: number): Piece {
  const memory = module as unknown as Memory;
  const at = memory.wasmExports.malloc(size);
  const bytes = () => memory.HEAPU8.subarray(at, at + size);
  return {
    at,
    bytes,
    view: () => new DataView(memory.HEAPU8.buffer, at, size),
    free: () => memory.wasmExports.free(at),
  };
}

/** A copy of what stands at a place of PDFium’s memory. */
export const copied = ({ pdfium: module }: Pdfium, at: number, size: number): Uint8Array<ArrayBuffer> =>
  (module as unknown as Memory).HEAPU8.slice(at, at + size);
