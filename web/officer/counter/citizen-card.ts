/** What a scanner reads from the QR code of a citizen's card (thẻ căn cước, căn cước công dân gắn chip). */
export interface CitizenCard {
  readonly identityNumber: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly address: string;
}

/**
 * Reads the text of a card's code: number | old number, perhaps empty | name | birth (ddMMyyyy) | sex | address |
 * issued, and whatever newer cards append. Undefined when it is no card: another code, or one that was cut short.
 */
export function readCitizenCard(text: string): CitizenCard | undefined {
  const [number = '', former = '', name = '', born = '', , address = '', issued = ''] = text
    .trim()
    .split('|')
    .map(part => part.trim().normalize('NFC'));
  const birthDate = dateOf(born);
  const isCard =
    /^\d{12}$/.test(number) &&
    /^(?:\d{9}|\d{12})?$/.test(former) &&
    name.length >= 2 &&
    !/\d/.test(name) &&
    (issued === '' || dateOf(issued) !== undefined);
  return isCard && birthDate !== undefined ? { identityNumber: number, name, birthDate, address } : undefined;
}

/** Whether a text may be the beginning of a card's code: then it is no number that somebody types. */
export const looksLikeCard = (text: string): boolean => text.includes('|');

/** `15031990` as `1990-03-15`; undefined for a day that never was. */
function dateOf(text: string): string | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
