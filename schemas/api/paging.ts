import * as z from 'zod';

/** Query of a list: a page of at most 100 items, from the previous page's cursor on. */
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

/** Query of a versioned record. */
export const versionQuery = {
  version: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'A version; by default the one in force' }),
};

/** Names in lists. They are personal data, so requesting them is recorded. */
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
