import type { PaperKind } from '../api/generated.ts';
import { wording } from './language.tsx';

interface Words {
  readonly kinds: Readonly<Record<PaperKind, string>>;
  /** `2 bản sao chứng thực` */
  readonly copies: (count: number, kind: PaperKind | null | undefined) => string;
}

const vi: Words['kinds'] = { original: 'bản chính', certified: 'bản sao chứng thực', copy: 'bản sao' };
const en: Words['kinds'] = { original: 'original', certified: 'certified copy', copy: 'copy' };

/** What papers on paper are, and how many. */
export const paperWords = wording<Words>({
  vi: { kinds: vi, copies: (count, kind) => `${count} ${kind ? vi[kind] : 'bản giấy'}` },
  en: { kinds: en, copies: (count, kind) => `${count} × ${kind ? en[kind] : 'paper'}` },
});
