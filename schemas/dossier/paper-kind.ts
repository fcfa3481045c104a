import * as z from 'zod';

/** What a paper copy is: the original, a certified copy, or a plain one that was compared with the original. */
export const paperKind = z.enum(['original', 'certified', 'copy']).meta({
  id: 'PaperKind',
  description:
    'Kind of paper: bản chính, bản sao có chứng thực, bản sao xuất trình kèm bản chính để đối chiếu',
});
export type PaperKind = z.infer<typeof paperKind>;

/** The paper that a digitized copy was compared with: a plain copy proves nothing. */
export const comparedPaper = z.enum(['original', 'certified']).meta({
  id: 'ComparedPaper',
  description: 'The paper compared with: bản chính hoặc bản sao có chứng thực',
});
export type ComparedPaper = z.infer<typeof comparedPaper>;
