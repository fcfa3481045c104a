import type { Place } from '../host/place.ts';
import type { Asked } from './statement.ts';

type Record_ = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record_ =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordsOf = (value: unknown): Record_[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** How a table's items are told apart: the attribute of its partition key, and those of its indexes. */
export interface TableKeys {
  readonly partition: string;
  readonly indexes: Readonly<Record<string, string>>;
}

/** Transactions are allowed by what they are made of, batches of reads and writes as a whole. */
const WITHIN_TRANSACTION: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/**
 * What a call of DynamoDB asks to be allowed, with the partition keys it names
 * (`dynamodb:LeadingKeys`) and attributes.
 */
export function askedOfTable(
  action: string,
  body: unknown,
  deps: { place: Place; keysOf: (table: string) => TableKeys | undefined },
): readonly Asked[] {
  const { place, keysOf } = deps;
  if (!isRecord(body)) return [];
  const ask = (name: string, request: Record_, items: readonly unknown[]): Asked => {
    const table = nameOf(String(request['TableName']));
    const index = request['IndexName'];
    const known = keysOf(table);
    const partition =
      typeof index === 'string' ? (known?.indexes[index] ?? 'pk') : (known?.partition ?? 'pk');
    const attributes = attributesOf(request, items);
    return {
      action: `dynamodb:${name}`,
      resource: `arn:aws:dynamodb:${place.region}:${place.accountId}:table/${table}${
        typeof index === 'string' ? `/index/${index}` : ''
      }`,
      context: {
        'dynamodb:leadingkeys': leadingKeys(request, items, partition),
        'dynamodb:attributes': attributes,
        'dynamodb:returnvalues': [String(request['ReturnValues'] ?? 'NONE')],
      },
    };
  };
  if (action === 'TransactWriteItems' || action === 'TransactGetItems')
    return recordsOf(body['TransactItems']).flatMap(item =>
      Object.entries(item).flatMap(([kind, request]) =>
        isRecord(request)
          ? [ask(WITHIN_TRANSACTION[kind] ?? kind, request, [request['Key'] ?? request['Item']])]
          : [],
      ),
    );
  if (action === 'BatchGetItem' || action === 'BatchWriteItem')
    return Object.entries(isRecord(body['RequestItems']) ? body['RequestItems'] : {}).map(
      ([TableName, wanted]) =>
        ask(
          action,
          { TableName },
          isRecord(wanted)
            ? recordsOf(wanted['Keys'])
            : recordsOf(wanted).flatMap(item =>
                Object.values(item).flatMap(put => (isRecord(put) ? [put['Item'] ?? put['Key']] : [])),
              ),
        ),
    );
  return [ask(action, body, [body['Key'] ?? body['Item']].filter(Boolean))];
}

const nameOf = (table: string) => table.split('/').at(-1) ?? table;

function leadingKeys(request: Record_, items: readonly unknown[], partition: string): string[] {
  const named = items.flatMap(item => (isRecord(item) ? [textOf(item[partition])] : []));
  return [...named, ...queried(request, partition)].filter(key => key !== undefined);
}

/** The partition that a query names: `pk = :pk` or `#pk = :pk` in its key condition. */
function queried(request: Record_, partition: string): (string | undefined)[] {
  const condition = request['KeyConditionExpression'];
  if (typeof condition !== 'string') return [];
  const names = isRecord(request['ExpressionAttributeNames']) ? request['ExpressionAttributeNames'] : {};
  const values = isRecord(request['ExpressionAttributeValues']) ? request['ExpressionAttributeValues'] : {};
  return [...condition.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)].flatMap(([, name = '', value = '']) =>
    (name.startsWith('#') ? names[name] : name) === partition ? [textOf(values[value])] : [],
  );
}

/** The attributes a call names: those of the items it puts, and those of its expressions. */
function attributesOf(request: Record_, items: readonly unknown[]): string[] {
  const names = isRecord(request['ExpressionAttributeNames']) ? request['ExpressionAttributeNames'] : {};
  const expressions = ['UpdateExpression', 'ConditionExpression', 'ProjectionExpression', 'FilterExpression']
    .map(name => request[name])
    .filter(text => typeof text === 'string')
    .join(' ');
  const words = expressions.match(/(?<![:.\w])#?[A-Za-z_]\w*/g) ?? [];
  const written = words.flatMap(word =>
    word.startsWith('#') ? [String(names[word])] : RESERVED.has(word.toLowerCase()) ? [] : [word],
  );
  return [...new Set([...items.flatMap(item => (isRecord(item) ? Object.keys(item) : [])), ...written])];
}

const RESERVED = new Set(
  'set remove add delete and or not between in attribute_exists attribute_not_exists attribute_type begins_with contains size if_not_exists list_append'.split(
    ' ',
  ),
);

const textOf = (value: unknown): string | undefined =>
  isRecord(value) ? String(Object.values(value)[0]) : undefined;
