import fonts from './fonts.json' with { type: 'json' };

/** A font for printed documents, by the name of its files beside the printing function. */
export type FontName = string;
export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

export interface PrintFont {
  readonly name: FontName;
  /** The package that holds its files. */
  readonly package: string;
  /** Whether it can place a mark on a letter without a precomposed character. */
  readonly setsMarks: boolean;
  readonly styles: Partial<Readonly<Record<FontStyle, string>>>;
}

/** The fonts of documents, the plainest first. */
export const printFonts: readonly PrintFont[] = fonts;

/** The file of a font in a style; a missing style is replaced by the nearest. */
export function fontFile(font: FontName, style: FontStyle): string {
  const styles: PrintFont['styles'] = printFonts.find(({ name }) => name === font)?.styles ?? {};
  const near: Record<FontStyle, readonly FontStyle[]> = {
    regular: ['regular'],
    italic: ['italic', 'regular'],
    bold: ['bold', 'regular'],
    boldItalic: ['boldItalic', 'bold', 'regular'],
  };
  return `${font}-${near[style].find(candidate => styles[candidate] !== undefined) ?? 'regular'}.ttf`;
}

/**
 * Every font file needed for printing, and its license: its path in the package, and its name beside the printing
 * function.
 */
export function fontFiles(): { readonly from: string; readonly to: string }[] {
  return printFonts.flatMap(({ name, package: holder, styles }) => [
    { from: `${holder}/LICENSE_FONT`, to: `${name}.LICENSE` },
    ...Object.entries(styles).map(([style, file]) => ({
      from: `${holder}/${file}`,
      to: `${name}-${style}.ttf`,
    })),
  ]);
}
