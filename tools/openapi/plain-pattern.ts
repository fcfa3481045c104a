/** What a class of characters is called in a pattern, and which characters it means here. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/\\d/g, '0-9'],
  [/\\w/g, 'A-Za-z0-9_'],
];

/**
 * Writes a pattern so that it means the same to readers in other languages: `\d` is every digit of Unicode to Python,
 * .NET and Java, and some refuse an escape that is not needed. A pattern of the API uses neither
 * look-around nor properties of Unicode, which Go, Rust and Python do not have; the house's tests refuse one that does.
 */
export function plainPattern(schema: { pattern?: string | undefined }): void {
  if (schema.pattern === undefined) return;
  schema.pattern = schema.pattern
    // Inside a class between brackets the ranges stand as they are; outside they need brackets of their own.
    .replace(/\[(?:\\.|[^\]\\])*\]/g, set => withClasses(set, range => range))
    .replace(/(\[(?:\\.|[^\]\\])*\])|(\\[dw])/g, (found, set: string | undefined) =>
      set === undefined ? withClasses(found, range => `[${range}]`) : found,
    )
    .replaceAll('\\/', '/')
    .replaceAll("\\'", "'");
}

function withClasses(text: string, as: (range: string) => string): string {
  return CLASSES.reduce((written, [sign, range]) => written.replace(sign, as(range)), text);
}
