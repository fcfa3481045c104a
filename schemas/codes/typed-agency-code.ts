import { agencyCode } from './agency-code.ts';
import { type CodeRead, groupsOf, onlyOne, takeApart, tidyCode, typedCode } from './typed-code.ts';

/** Reads the code of an agency as people type it. */
export function readTypedAgencyCode(text: string): CodeRead {
  const tidied = tidyCode(text);
  if (agencyCode.safeParse(tidied).success) return { code: tidied };
  const wrong = {
    vi: 'mã cơ quan có dạng H44 hoặc H44.101',
    en: 'an agency code looks like H44 or H44.101',
  };
  const typed = takeApart(tidied);
  const [, top, digits = ''] = /^([A-Y]\d{2})(\d*)$/.exec(typed?.compact ?? '') ?? [];
  if (!typed || top === undefined) return { wrong };
  return onlyOne(
    groupsOf(digits).map(groups => [top, ...groups].join('.')),
    typed,
    wrong,
  );
}

/** The code of an agency in a query, as a person may have typed it. */
export const typedAgencyCode = typedCode(readTypedAgencyCode).meta({
  id: 'TypedAgencyCode',
  description: 'Agency code (mã định danh cơ quan); lower case, spaces and missing dots are accepted',
  example: 'H44.101',
});
