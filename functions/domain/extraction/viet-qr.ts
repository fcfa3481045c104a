/** NAPAS’s number among merchants’ accounts in EMVCo codes. */
const NAPAS = 'A000000727';
const MERCHANT = '38';
const CHECK = '63';

/** The bank and account that a VietQR code asks to pay into, as `970416/257678859`; undefined if it is none. */
export function vietQrAccount(text: string): string | undefined {
  const fields = fieldsOf(text);
  if (fields?.get('00') !== '01' || fields.get(CHECK) !== checkOf(text.slice(0, -4))) return undefined;
  const merchant = fieldsOf(fields.get(MERCHANT) ?? '');
  if (merchant?.get('00') !== NAPAS) return undefined;
  const beneficiary = fieldsOf(merchant.get('01') ?? '');
  const [bank, account] = [beneficiary?.get('00'), beneficiary?.get('01')];
  return bank && account ? `${bank}/${account}` : undefined;
}

/** Two digits of a tag, two of a length, and the value, again and again; undefined if it is not so. */
function fieldsOf(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const [, tag, digits] = /^(\d{2})(\d{2})/.exec(text.slice(at, at + 4)) ?? [];
    if (tag === undefined || digits === undefined) return undefined;
    const end = at + 4 + Number(digits);
    if (end > text.length) return undefined;
    fields.set(tag, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}

/** CRC-16/CCITT-FALSE, in four hexadecimal digits. */
function checkOf(text: string): string {
  let check = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    check ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) check = ((check << 1) ^ (check & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return check.toString(16).toUpperCase().padStart(4, '0');
}
