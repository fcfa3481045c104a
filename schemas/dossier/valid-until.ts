import * as z from 'zod';

/** The last day on which a result holds (có giá trị đến hết ngày); left out where it holds without end. */
export const validUntil = z.iso
  .date()
  .meta({ id: 'ValidUntil', description: 'Last day on which the result holds' });
