/**
 * A value as an export of DynamoDB writes it: `{"S":"…"}`, `{"N":"1"}` … Of what items of this table hold; members that are undefined are
 * left out, as the stores' client leaves them out. Text at once, for there are many millions.
 */
export function dynamoJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `{"S":${JSON.stringify(value)}}`;
    case 'number':
      return `{"N":"${value}"}`;
    case 'boolean':
      return `{"BOOL":${value}}`;
    case 'object':
      if (value === null) return '{"NULL":true}';
      return Array.isArray(value) ? `{"L":[${value.map(dynamoJson).join(',')}]}` : `{"M":${members(value)}}`;
    default:
      throw new TypeError(`an item holds no ${typeof value}`);
  }
}

/** A line of a file of items; its key comes first when the item’s does. */
export const exportLine = (item: object) => `{"Item":${members(item)}}\n`;

function members(value: object): string {
  const parts: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) parts.push(`${JSON.stringify(name)}:${dynamoJson(member)}`);
  }
  return `{${parts.join(',')}}`;
}
