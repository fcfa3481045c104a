import * as z from 'zod';
import type { Operation } from '../../schemas/api/operation.ts';

const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .optional()
  .meta({
    param: { id: 'IdempotencyKey' },
    description:
      'The same key with the same request gets the first answer again; with another request it is refused',
  });
const ifMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfMatch' },
    description: 'The ETag held: a change to anything newer is refused with 412',
  });
const ifNoneMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfNoneMatch' },
    description: 'The ETag held: where the same would be answered again, 304 without a body is',
  });
const accessReason = z
  .string()
  .max(2700)
  .optional()
  .meta({
    param: { id: 'AccessReason' },
    description:
      'Why the caller reads, kept with the record of the read; the person whose data it is may read it. At most 300 characters, in percent-encoded UTF-8; no numbers of persons',
    example: 'X%C3%A1c%20minh%20theo%20c%C3%B4ng%20v%C4%83n%2012',
  });
const acceptLanguage = z
  .string()
  .optional()
  .meta({ param: { id: 'AcceptLanguage' }, description: 'vi (the default) or en', example: 'vi' });

/** The headers that an operation takes. */
export function headersOf(operation: Operation) {
  return z.object({
    'Accept-Language': acceptLanguage,
    ...(operation.method === 'POST' && { 'Idempotency-Key': idempotencyKey }),
    ...(operation.method === 'GET' && { 'If-None-Match': ifNoneMatch }),
    ...(operation.takesIfMatch && { 'If-Match': ifMatch }),
    ...(operation.recordsReads && { 'Access-Reason': accessReason }),
  });
}
