import type { WireResponse } from '../../host/wire.ts';
import { S3Error } from '../protocol/errors.ts';
import { parameter } from '../protocol/request.ts';
import type { ObjectRecord } from '../storage/records.ts';
import { emptyAnswer, type ObjectCall } from './call.ts';
import { checkReadConditions } from './conditions.ts';
import { findVersion, readingSettled } from './find-version.ts';
import { checksumHeaders, describeObject, versionHeader } from './object-properties.ts';

/** A stretch of an object, from `start` to before `end`. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretch a Range header asks for; undefined for forms S3 ignores. Throws InvalidRange. */
function parseRange(range: string | undefined, size: number): Stretch | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined;
  if (start >= size || (first === '' && Number(last) === 0))
    throw new S3Error(
      'InvalidRange',
      undefined,
      { RangeRequested: range ?? '', ActualObjectSize: String(size) },
      { 'content-range': `bytes */${size}` },
    );
  return { start, end };
}

/** The stretch of one part of an object uploaded in parts. Throws InvalidPartNumber. */
function partStretch(number: string, record: ObjectRecord): Stretch {
  const sizes = record.parts ?? [record.size];
  const index = Number(number) - 1;
  const size = sizes[index];
  if (size === undefined)
    throw new S3Error('InvalidPartNumber', undefined, {
      PartNumberRequested: number,
      ActualPartCount: String(sizes.length),
    });
  const start = sizes.slice(0, index).reduce((sum, part) => sum + part, 0);
  return { start, end: start + size };
}

const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
];

function overriddenHeaders({ query }: ObjectCall['request']): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = parameter({ query }, `response-${name}`);
    if (value === undefined) continue;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what may not stand in a header is what is asked here
    if (/[\x00-\x08\x0a-\x1f\x7f]|[^\x00-\xff]/.test(value))
      throw new S3Error('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.', {
        ArgumentName: `response-${name}`,
        ArgumentValue: value,
      });
    headers[name] = value;
  }
  return headers;
}

/** GetObject, and HeadObject when no bytes are asked for. */
async function answerObject(call: ObjectCall, withBytes: boolean): Promise<WireResponse> {
  const { bucket, key, request } = call;
  const version = findVersion(bucket, key, parameter(request, 'versionId'));
  const record = await bucket.readObject(version);
  const described = {
    ...describeObject(record),
    ...versionHeader(bucket, version),
    ...overriddenHeaders(request),
  };
  if (checkReadConditions(request.headers, record) === 'unchanged') {
    const { 'content-type': _type, ...rest } = described;
    return emptyAnswer(304, rest);
  }
  const part = parameter(request, 'partNumber');
  const range = request.headers['range'];
  if (part !== undefined && range !== undefined)
    throw new S3Error('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter');
  const stretch = part === undefined ? parseRange(range, record.size) : partStretch(part, record);
  const { start, end } = stretch ?? { start: 0, end: record.size };
  const whole = end - start === record.size;
  return {
    status: stretch ? 206 : 200,
    headers: {
      ...described,
      'content-length': String(end - start),
      ...(stretch ? { 'content-range': `bytes ${start}-${end - 1}/${record.size}` } : {}),
      ...(part !== undefined && record.parts ? { 'x-amz-mp-parts-count': String(record.parts.length) } : {}),
      // A checksum of the whole would only mislead who reads a part of it.
      ...(request.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED' && whole
        ? checksumHeaders(record)
        : {}),
    },
    body: withBytes ? await bucket.readBytes(version, start, end) : '',
  };
}

export function getObject(call: ObjectCall): Promise<WireResponse> {
  return readingSettled(() => answerObject(call, true));
}

export function headObject(call: ObjectCall): Promise<WireResponse> {
  return readingSettled(() => answerObject(call, false));
}
