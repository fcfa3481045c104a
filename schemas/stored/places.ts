import * as z from 'zod';

/** Attributes that put an item into an index: `<index>Pk` and `<index>Sk`. */
const PLACE = /^[a-z]+(?:Pk|Sk)$/;

/** An item in indexes, whichever they are: besides its own members it has only index attributes. */
export function placed<S extends z.ZodRawShape>(shape: S) {
  return z
    .object(shape)
    .catchall(z.string())
    .refine(item => Object.keys(item).every(name => name in shape || PLACE.test(name)));
}
