import { type Formats, formatsOf } from './formats.ts';
import { type Language, useLanguage } from './language.tsx';

const formats: Readonly<Record<Language, Formats>> = { vi: formatsOf('vi'), en: formatsOf('en') };

/** Dates, times and money in the language of the page. */
export const useFormats = (): Formats => formats[useLanguage()];
