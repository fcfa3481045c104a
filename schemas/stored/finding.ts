import * as z from 'zod';
import { box } from './page-text.ts';

/** What is looked for in papers. */
export const findingField = z.enum([
  'identityNumber',
  'fullName',
  'birthDate',
  'documentNumber',
  'documentDate',
  'issuingBody',
  'paymentAccount',
  'resultNumber',
]);
export type FindingField = z.infer<typeof findingField>;

/**
 * Something found in a paper (bóc tách dữ liệu): where, and how sure the reader is of it. A support for people, never
 * taken for what the applicant stated.
 */
export const finding = z.strictObject({
  field: findingField,
  value: z.string().max(300),
  from: z.enum(['text', 'citizenCard', 'vietQr', 'ownCode']),
  page: z.int().min(1),
  box,
  confidence: z.int().min(0).max(100),
});
export type Finding = z.infer<typeof finding>;
