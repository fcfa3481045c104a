/** As much text as the API takes. */
const MOST = 5 * 1024 * 1024;

export type ReadFile =
  | { readonly text: string; readonly fault?: never }
  | { readonly fault: 'tooLarge' | 'notText' };

/** The text of a file in UTF-8. What is none is said here: what it was is lost once it is sent as text. */
export async function readFile(file: File): Promise<ReadFile> {
  if (file.size > MOST) return { fault: 'tooLarge' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') ? { fault: 'notText' } : { text };
  } catch {
    return { fault: 'notText' };
  }
}
