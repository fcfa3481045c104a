import type { Companion } from '../../kernel/feature.ts';

/** What a function that seals has beside its code: fonts for the mark, and whose seals there are. */
export const sealingCompanions = [
  { fontsTo: 'fonts' },
  { setting: 'signatures', settingTo: 'signatures.json' },
  { from: 'node_modules/harfbuzzjs/dist/harfbuzz.wasm', to: 'harfbuzz.wasm' },
] as const satisfies readonly Companion[];
