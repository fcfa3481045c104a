import { type FieldFault, ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { ForeignPaper, NamedPerson } from '../../../schemas/dossier/identity-paper.ts';
import type { ReturnMethod } from '../../../schemas/dossier/states.ts';
import { isOfOneScript } from '../../../schemas/mixed-scripts.ts';
import { refusalOf } from '../../../schemas/text-faults.ts';
import { dateOf, type Instant } from '../vietnam-time.ts';
import { applicantLawOn } from './applicant-law.ts';
import { representativeOf } from './known-by.ts';

/** Earliest plausible birth date. */
const FIRST_BIRTH_DATE = '1900-01-01';

/** What a submission or a correction says about the people of a dossier. */
export interface People {
  readonly applicant: Applicant;
  readonly returnBy: ReturnMethod;
  /** Where a result is posted to, when not to the applicant's address. */
  readonly returnAddress?: string | undefined;
  /** The person who submits for the applicant. */
  readonly by?: NamedPerson | undefined;
}

/**
 * Refuses people whose details cannot be true or contradict one another, and names every faulty field. Checks what
 * schemas cannot: today's date, the law, and one field against another.
 */
export function checkPeople(people: People, now: Instant): void {
  const { applicant, by } = people;
  const representative = representativeOf(applicant);
  const at = applicant.kind === 'personWithoutNumber' ? 'guardian' : 'representative';
  const faults = [
    ...(applicant.kind === 'foreigner' ? paperFaults(applicant.paper, '/applicant/paper', now) : []),
    ...(representative ? personFaults(representative, `/applicant/${at}`, now) : []),
    ...(by ? personFaults(by, '/onBehalf/by', now) : []),
    ...birthFaults(applicant, now),
    ...identityFaults(applicant),
    ...addressFaults(people),
    ...nameFaults(people),
  ];
  if (faults.length === 0) return;
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Thông tin về chủ hồ sơ hoặc người nộp hồ sơ chưa đúng.',
      en: 'Some details of the applicant, or of the person submitting for them, are invalid.',
    },
    { faults },
  );
}

function personFaults(person: NamedPerson, pointer: string, now: Instant): FieldFault[] {
  return person.paper ? paperFaults(person.paper, `${pointer}/paper`, now) : [];
}

function paperFaults({ kind, number }: ForeignPaper, pointer: string, now: Instant): FieldFault[] {
  const paper = applicantLawOn(now).papers[kind];
  if (new RegExp(paper.form).test(number)) return [];
  const message = { vi: `số ${paper.vi}: ${paper.says.vi}`, en: `number of a ${paper.en}: ${paper.says.en}` };
  return [{ pointer: `${pointer}/number`, message }];
}

function birthFaults(applicant: Applicant, now: Instant): FieldFault[] {
  if (!('birthDate' in applicant) || applicant.birthDate === undefined) return [];
  const { birthDate } = applicant;
  if (birthDate >= FIRST_BIRTH_DATE && birthDate <= dateOf(now)) return [];
  return [
    {
      pointer: '/applicant/birthDate',
      message: {
        vi: 'ngày sinh phải từ năm 1900 đến hôm nay',
        en: 'must be a birth date from 1900 to today',
      },
    },
  ];
}

/** A person without a number needs a guardian or a paper as identification. */
function identityFaults(applicant: Applicant): FieldFault[] {
  if (applicant.kind !== 'personWithoutNumber' || applicant.guardian || applicant.paper) return [];
  const message = {
    vi: 'cần nêu cha, mẹ, người giám hộ hoặc giấy tờ (paper) để xác định đó là ai',
    en: 'needs a guardian or an identity paper, so that it is clear who this is',
  };
  return [{ pointer: '/applicant/guardian', message }];
}

/**
 * A name is in letters of one script as a whole: a word in Cyrillic within a Vietnamese name (“Вао” for “Bao”) would be the name of
 * somebody else to every search. Letters that cannot be seen (U+3164, the Hangul filler) are none. Stored names are read as they are,
 * so it is checked here and not by the schema of names.
 */
function nameFaults({ applicant, by }: People): FieldFault[] {
  const at = applicant.kind === 'personWithoutNumber' ? 'guardian' : 'representative';
  const names = [
    ['/applicant/name', applicant.name],
    [`/applicant/${at}/name`, representativeOf(applicant)?.name],
    ['/onBehalf/by/name', by?.name],
  ] as const;
  return names.flatMap(([pointer, name = 'A']) => {
    const message =
      refusalOf(name) ?? (isOfOneScript(name) && /[\p{L}\p{N}]/u.test(name) ? undefined : OF_ONE_SCRIPT);
    return message === undefined ? [] : [{ pointer, message }];
  });
}

const OF_ONE_SCRIPT = {
  vi: 'tên viết bằng một hệ chữ, có ít nhất một chữ cái hoặc chữ số',
  en: 'a name in letters of one script, with a letter or digit at least',
};

const isBlank = (text: string | undefined) => (text ?? '').trim().length < 3;

function addressFaults({ applicant, returnBy, returnAddress }: People): FieldFault[] {
  const faults: FieldFault[] = [];
  if (applicant.address !== undefined && isBlank(applicant.address)) {
    const message = { vi: 'không được để trống địa chỉ', en: 'the address must not be blank' };
    faults.push({ pointer: '/applicant/address', message });
  }
  if (returnBy === 'post' && isBlank(returnAddress) && isBlank(applicant.address)) {
    const message = {
      vi: 'trả kết quả qua bưu chính thì cần địa chỉ nhận (returnAddress) hoặc địa chỉ của chủ hồ sơ',
      en: 'to return the result by post, give a return address or the applicant’s address',
    };
    faults.push({ pointer: '/returnAddress', message });
  }
  return faults;
}
