import * as z from 'zod';
import { says } from '../words.ts';

/** A point of handwriting: where it is on the pad, how hard the pen pressed, and when, from the first touch on. */
export const inkPoint = z
  .strictObject({
    x: z.number().min(0).max(10_000),
    y: z.number().min(0).max(10_000),
    pressure: z.number().min(0).max(1),
    t: z.int().min(0).max(600_000).meta({ description: 'Milliseconds since the first touch' }),
  })
  .meta({ id: 'InkPoint' });

/** Strokes as a pad took them: from each touch until the pen is lifted. */
export const inkDrawing = z
  .strictObject({
    width: z.int().min(100).max(10_000),
    height: z.int().min(50).max(10_000),
    strokes: z.array(z.array(inkPoint).min(1).max(3000)).min(1).max(200),
  })
  .meta({ id: 'InkDrawing', description: 'Handwriting (nét chữ ký tay), in points of the pad that took it' });
export type InkDrawing = z.infer<typeof inkDrawing>;

const base64 = (most: number) =>
  z
    .base64(says({ vi: 'phải là Base64', en: 'must be Base64' }))
    .min(4)
    .max(most);

/** What a hardware pad gives: a picture, its points as only the maker's tools can read them, and which pad it was. */
export const hardwareInk = z
  .strictObject({
    serial: z
      .string()
      .regex(
        /^[A-Za-z0-9._:/-]{1,60}$/,
        says({
          vi: 'phải gồm 1 đến 60 chữ cái, chữ số hoặc dấu . _ : / -',
          en: 'must be 1 to 60 letters, digits or signs of . _ : / -',
        }),
      )
      .meta({ description: 'Serial number of the pad' }),
    picture: base64(400_000).meta({ description: 'PNG without transparency, at most 2,000 × 1,000 pixels' }),
    encryptedPoints: base64(400_000).meta({ description: 'Kept as they are; nothing here reads them' }),
  })
  .meta({ id: 'HardwareInk' });
export type HardwareInk = z.infer<typeof hardwareInk>;

/** The language a pad speaks with who signs. */
export const padLanguage = z.enum(['vi', 'en']);
