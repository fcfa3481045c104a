import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Words } from '../../../schemas/words.ts';
import type { DecisionContext, NewEvent } from '../../domain/dossier/context.ts';
import {
  type DecisionTexts,
  type PrintedPart,
  unprintableIn,
} from '../../domain/printing/decision-document.ts';
import { letterheadOf } from '../../domain/printing/letterhead.ts';
import type { TaskDeps } from './deps.ts';

type Deps = {
  readonly dossiers: Pick<TaskDeps['dossiers'], 'applicant'>;
  readonly organization: Pick<TaskDeps['organization'], 'current'>;
};

const PARTS: Readonly<Record<PrintedPart, Words>> = {
  text: { vi: 'nội dung quyết định', en: 'the text of the decision' },
  procedureName: { vi: 'tên thủ tục', en: 'the name of the procedure' },
  signature: { vi: 'chức vụ người ký', en: 'the office of the signer' },
  applicantName: { vi: 'tên chủ hồ sơ', en: 'the name of the applicant' },
  unitName: { vi: 'tên cơ quan', en: 'the name of the agency' },
};

/** Most characters named in one refusal. */
const MOST_NAMED = 10;

/**
 * Before a result that will be printed from its text is proposed or decided: the available fonts must draw everything
 * the document shows. Found out later, the decision would stand and its document could not be made.
 */
export async function demandPrintable(
  deps: Deps,
  { head, rules }: DecisionContext,
  events: readonly NewEvent[],
): Promise<void> {
  const [printed] = events.flatMap(({ data }) => printedFrom(data));
  if (!printed) return;
  const [applicant, organization] = await Promise.all([
    deps.dossiers.applicant(head.code),
    deps.organization.current(),
  ]);
  const found = unprintableIn({
    ...printed,
    procedureName: rules.procedure.name,
    applicantName: applicant?.name ?? '',
    letterhead: letterheadOf(organization?.units ?? [], head.competentUnit),
  });
  if (found.length === 0) return;
  throw new ProblemError('text-not-printable', wordsOf(found), { facts: { characters: found } });
}

/** The text and signature that an event will have printed; nothing if a file is the result. */
function printedFrom(data: NewEvent['data']): Pick<DecisionTexts, 'text' | 'signature'>[] {
  switch (data.type) {
    case 'proposed':
      return data.resultFile === null ? [{ text: data.text, signature: null }] : [];
    case 'resultChangeProposed':
      return data.resultFile === null && data.text !== null ? [{ text: data.text, signature: null }] : [];
    case 'decided':
    case 'correctionSigned':
      return data.resultFile === null ? [{ text: data.text, signature: data.signature ?? null }] : [];
    default:
      return [];
  }
}

function wordsOf(found: ReturnType<typeof unprintableIn>): Words {
  const named = found.slice(0, MOST_NAMED);
  const more = found.length - named.length;
  const list = (language: keyof Words, place: string) =>
    named
      .map(({ character, codePoint, part, position }) => {
        const where = part === 'text' ? `, ${place} ${position}` : '';
        return `${character} (${codePoint}; ${PARTS[part][language]}${where})`;
      })
      .join(', ');
  return {
    vi: `Không có phông chữ nào in được: ${list('vi', 'vị trí')}${more > 0 ? ` và ${more} ký tự nữa` : ''}. Hãy sửa nội dung, hoặc đính kèm kết quả bằng tệp PDF.`,
    en: `No available font can print ${list('en', 'position')}${more > 0 ? ` and ${more} more` : ''}. Change the text or attach the result as a PDF file.`,
  };
}
