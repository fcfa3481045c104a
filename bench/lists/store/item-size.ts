/** A value as DynamoDB's JSON has it: one member, named by the type. */
export type Wire = Readonly<Record<string, unknown>>;
export type WireItem = Readonly<Record<string, Wire>>;

/** Bytes of an item by DynamoDB's rules, which read and write units are counted by: names and values, without the marks between them. */
export function itemSize(item: WireItem): number {
  let size = 0;
  for (const [name, value] of Object.entries(item)) size += Buffer.byteLength(name) + valueSize(value);
  return size;
}

function valueSize(value: Wire): number {
  const [[type, held] = []] = Object.entries(value);
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(held));
    case 'N':
      return numberSize(String(held));
    case 'M':
      return 3 + Object.values(members(held)).length + itemSize(members(held));
    case 'L':
      return 3 + list(held).reduce((sum: number, one) => sum + 1 + valueSize(one), 0);
    default:
      return 1;
  }
}

const members = (held: unknown) => held as WireItem;
const list = (held: unknown) => held as readonly Wire[];

/** Two digits a byte on either side of the point, and one for sign and exponent. */
function numberSize(text: string): number {
  const [whole = '', fraction = ''] = text.replace(/^-?0*/, '').split('.');
  const digits = fraction === '' ? whole.replace(/0+$/, '') : whole;
  const pairs = (some: string) => Math.ceil(some.length / 2);
  return pairs(digits) + pairs(fraction) + 1 + (text.startsWith('-') ? 1 : 0);
}
