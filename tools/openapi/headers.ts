import * as z from 'zod';
import type { Operation } from '../../schemas/api/operation.ts';

const idempotencyKey = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .optional()
  .meta({
    param: { id: 'IdempotencyKey' },
    description:
      'The same key with the same request gets the first answer again; with a different request it is refused',
  });
const ifMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfMatch' },
    description: 'The ETag you hold: if there is a newer version, the change is refused with 412',
  });
const ifNoneMatch = z
  .string()
  .optional()
  .meta({
    param: { id: 'IfNoneMatch' },
    description: 'The ETag you hold: if nothing has changed, the answer is 304 without a body',
  });
const accessReason = z
  .string()
  .max(2700)
  .optional()
  .meta({
    param: { id: 'AccessReason' },
    description:
      'Why the caller reads, kept with the access record and visible to the person whose data it is. At most 300 characters, in percent-encoded UTF-8; no identity numbers',
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
    ...(operation.method === 'POST' && !operation.onlyReads && { 'Idempotency-Key': idempotencyKey }),
    ...(operation.method === 'GET' && { 'If-None-Match': ifNoneMatch }),
    ...(operation.takesIfMatch && { 'If-Match': ifMatch }),
    ...(operation.recordsReads && { 'Access-Reason': accessReason }),
  });
}
