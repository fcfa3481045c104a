import * as z from 'zod';

/** Where something stands on a page, in shares of its width and height, from the upper left corner. */
export const box = z.strictObject({
  left: z.number().min(0).max(1),
  top: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Box = z.infer<typeof box>;

const confidence = z.int().min(0).max(100);

/** A line of a page. */
export const pageLine = z.strictObject({ text: z.string(), box, confidence });
export type PageLine = z.infer<typeof pageLine>;

/** A code on a page: QR, bar code. */
export const pageCode = z.strictObject({ format: z.string(), text: z.string(), box });
export type PageCode = z.infer<typeof pageCode>;

/** What is on a page, as it was read. `turned` and `skew`: by how many degrees it was turned to the right for it. */
export const pageText = z.strictObject({
  page: z.int().min(1),
  source: z.enum(['layer', 'ocr', 'none']),
  state: z.enum(['read', 'blank', 'unreadable']),
  confidence: confidence.nullable(),
  turned: z.literal([0, 90, 180, 270]),
  skew: z.number(),
  lines: z.array(pageLine),
  codes: z.array(pageCode),
});
export type PageText = z.infer<typeof pageText>;

/** The pages read by one message, as kept beside the file. */
export const readPages = z.strictObject({ pages: z.array(pageText) });
