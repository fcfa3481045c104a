/** The parts used here of libraries that bring no types of their own. */

declare module 'tesseract.js-core/tesseract-core-simd.js' {
  export interface TessBaseAPI {
    Init(folder: string, language: string, mode: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    DetectOS(results: OSResults): boolean;
    Clear(): void;
    End(): void;
  }

  export interface OSResults {
    readonly best_result: { readonly orientation_id: number; readonly oconfidence: number };
  }

  export interface TesseractCore {
    readonly FS: { writeFile(name: string, data: Uint8Array): void };
    readonly TessBaseAPI: new () => TessBaseAPI;
    readonly OSResults: new () => OSResults;
    destroy(object: object): void;
  }

  export default function core(options: {
    readonly wasmBinary: Uint8Array;
    readonly print: () => void;
    readonly printErr: () => void;
  }): Promise<TesseractCore>;
}

declare module 'heic-decode' {
  export default function decode(options: {
    readonly buffer: Uint8Array;
  }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
}

declare module 'utif2' {
  export interface Page {
    readonly width: number;
    readonly height: number;
  }
  export function decode(file: ArrayBuffer): Page[];
  export function decodeImage(file: ArrayBuffer, page: Page): void;
  export function toRGBA8(page: Page): Uint8Array;
}
