import { identityNumber } from '../../../schemas/codes/identity-number.ts';
import { isResultNumber } from '../../../schemas/codes/result-number.ts';
import type { Finding } from '../../../schemas/stored/finding.ts';
import type { PageCode, PageText } from '../../../schemas/stored/page-text.ts';
import { readVietQr } from '../money/viet-qr/read-viet-qr.ts';
import { dayOfDigits } from './dates.ts';

type Found = Pick<Finding, 'field' | 'value' | 'from'>;

/** What the codes on a page say. Codes are read whole or not at all, so what they say is certain. */
export function findingsInCodes({ page, codes }: Pick<PageText, 'page' | 'codes'>): Finding[] {
  return codes.flatMap(code =>
    saidBy(code).map(found => ({ ...found, page, box: code.box, confidence: 100 })),
  );
}

function saidBy({ text }: PageCode): Found[] {
  const own = /[A-Z]\d{2}[\d.]*-KQ\d{4}-\d{6,}/.exec(text)?.[0];
  if (own !== undefined && isResultNumber(own))
    return [{ field: 'resultNumber', value: own, from: 'ownCode' }];
  const paid = readVietQr(text);
  if (paid) return [{ field: 'paymentAccount', value: `${paid.bank}/${paid.account}`, from: 'vietQr' }];
  return citizenCard(text);
}

/** Parts of the code on a citizen’s card (thẻ căn cước): number, old number, name, birth date, sex, address, issued. */
const FEWEST = 5;
const MOST = 11;

/** Parts may be empty, and new cards have empty ones at the end: each counts by its place. */
function citizenCard(text: string): Found[] {
  const parts = text.split('|').map(part => part.trim().normalize('NFC'));
  const [number = '', , name = '', born = '', , , issued = ''] = parts;
  if (parts.length < FEWEST || parts.length > MOST || !identityNumber.safeParse(number).success) return [];
  const found: (readonly [Finding['field'], string | undefined])[] = [
    ['identityNumber', number],
    ['fullName', name],
    ['birthDate', dayOfDigits(born)],
    ['documentDate', dayOfDigits(issued)],
  ];
  return found.flatMap(([field, value]) => (value ? [{ field, value, from: 'citizenCard' }] : []));
}
