import type { Companion } from '../../kernel/feature.ts';

/** What a function that makes forms has beside its code: fonts, what sets them, and the colours that PDF/A names. */
export const formCompanions = [
  { fontsTo: 'fonts' },
  { from: 'node_modules/harfbuzzjs/dist/harfbuzz.wasm', to: 'harfbuzz.wasm' },
  { from: 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', to: 'data/sRGB_IEC61966_2_1.icc' },
] as const satisfies readonly Companion[];
