import * as z from 'zod';

/** Query of a list: a page of at most 100 items from where the cursor of the page before stands. */
export const pageQuery = {
  cursor: z.string().max(2000).optional().meta({ description: 'nextCursor of the previous page' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'Items on a page, at most 100' }),
};

/** Query of what is kept in versions. */
export const versionQuery = {
  version: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'A version; by default the one in force' }),
};

/** Names beside what is listed. They are personal data, so that asking for them is recorded. */
export const expandQuery = {
  expand: z
    .enum(['applicant'])
    .optional()
    .meta({ description: 'applicant: adds the applicant’s name to each item; the read is recorded' }),
};

/** A page of a list. `nextCursor` is null on the last page. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}
