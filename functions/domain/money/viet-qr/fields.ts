/** A field of an EMVCo code: two digits of a tag, and a value that may hold fields itself. */
export interface QrField {
  readonly tag: string;
  readonly value: string;
}

const LONGEST = 99;

/** Tag, length in two digits and value, again and again; undefined if it is not so, or a tag comes twice. */
export function readFields(text: string): readonly QrField[] | undefined {
  const fields: QrField[] = [];
  for (let at = 0; at < text.length; ) {
    const [, tag, digits] = /^(\d{2})(\d{2})/.exec(text.slice(at, at + 4)) ?? [];
    if (tag === undefined || digits === undefined) return undefined;
    const end = at + 4 + Number(digits);
    if (end > text.length || fields.some(field => field.tag === tag)) return undefined;
    fields.push({ tag, value: text.slice(at + 4, end) });
    at = end;
  }
  return fields;
}

/** Fields as text. @throws RangeError where a value is longer than its two digits can say. */
export function writeFields(fields: readonly QrField[]): string {
  return fields
    .map(({ tag, value }) => {
      if (value.length > LONGEST) throw new RangeError(`field ${tag} is longer than ${LONGEST} characters`);
      return `${tag}${String(value.length).padStart(2, '0')}${value}`;
    })
    .join('');
}

export const fieldOf = (fields: readonly QrField[] | undefined, tag: string): string | undefined =>
  fields?.find(field => field.tag === tag)?.value;
