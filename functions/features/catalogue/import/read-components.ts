import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';
import type { Read, ReadingWarning } from './reading.ts';

type Component = Procedure['components'][number];

/** A paper as published; null if the source gives no readable number of copies. */
export interface PublishedPaper {
  readonly name: string;
  readonly originals: number | null;
  readonly copies: number | null;
  /** The case of the procedure it belongs to, where the source divides the list into cases. */
  readonly onlyIn?: string;
  /** Its place in the source (JSON pointer), unless it is in a plain list. */
  readonly at?: string;
}

/** The most originals or copies a component may ask for; "2020" and "1" glued to 20201 is a year and a number. */
const MOST_COPIES = 99;

/** A paper asked of some applicants only says so in its own words: "Trường hợp …", "Đối với …", "… (nếu có)". */
const CONDITIONAL =
  /^[\s\d.()+*–-]*(?:[a-zđ]\)\s*)?(?:trường hợp|đối với|nếu)\b|nếu có\b|\(nếu\b|trong trường hợp|đối với trường hợp/iu;

/**
 * Papers of the dossier (thành phần hồ sơ) in published order, `c1`, `c2` … The list mixes papers with sentences
 * about them: an entry without originals or copies is an explanation, and one whose own words make it conditional is
 * not required of everyone. Both are kept as not required and counted in a warning; the rest is required.
 */
export function readComponents(papers: readonly PublishedPaper[], field: string): Read<Component[]> {
  const value: Component[] = [];
  const warnings: ReadingWarning[] = [];
  let explanatory = 0;
  let conditional = 0;
  for (const [index, paper] of papers.entries()) {
    const at = paper.at ?? `${field}/${index}`;
    const name = paper.name.normalize('NFC').replace(/\s+/g, ' ').trim();
    if (name === '') {
      warnings.push({
        code: 'component-without-name',
        field: at,
        message: {
          vi: 'Bỏ qua một thành phần hồ sơ không có tên.',
          en: 'A paper without a name was skipped.',
        },
      });
      continue;
    }
    const originals = believable(paper.originals);
    const copies = believable(paper.copies);
    const unreadable = originals === null || copies === null;
    if (unreadable) {
      const message = {
        vi: `Không đọc được số lượng: bản chính “${paper.originals ?? 'không ghi'}”, bản sao “${paper.copies ?? 'không ghi'}”.`,
        en: `The counts cannot be read: originals "${paper.originals ?? 'none given'}", copies "${paper.copies ?? 'none given'}".`,
      };
      warnings.push({ code: 'component-count-unreadable', field: at, message });
    }
    const asked = unreadable || originals + copies > 0;
    const everyone = !CONDITIONAL.test(name) && (paper.onlyIn ?? '') === '';
    if (!asked) explanatory += 1;
    else if (!everyone) conditional += 1;
    value.push({
      id: `c${index + 1}`,
      name,
      originals: originals ?? 0,
      copies: copies ?? 0,
      required: asked && everyone && !unreadable,
    });
  }
  if (explanatory > 0) {
    const message = {
      vi: `${explanatory}/${papers.length} thành phần không phải giấy tờ phải nộp: giữ lại để diễn giải, không bắt buộc.`,
      en: `${explanatory} of ${papers.length} components ask for no paper; they are kept as explanations and not required.`,
    };
    warnings.push({ code: 'explanatory-components', field, message });
  }
  if (conditional > 0) {
    const message = {
      vi: `${conditional}/${papers.length} thành phần chỉ yêu cầu trong một số trường hợp: giữ lại, không bắt buộc.`,
      en: `${conditional} of ${papers.length} components are asked for in some cases only; they are kept and not required.`,
    };
    warnings.push({ code: 'conditional-components', field, message });
  }
  return { value, warnings };
}

function believable(count: number | null): number | null {
  return count !== null && Number.isInteger(count) && count >= 0 && count <= MOST_COPIES ? count : null;
}
