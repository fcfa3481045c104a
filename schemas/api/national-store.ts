import * as z from 'zod';
import { personName } from '../codes/person-name.ts';
import { procedureCode, resultCode } from '../codes/procedure-code.ts';
import { oneLine } from '../text.ts';

/** For which procedure, and the name of who asks: the store compares it with the number of the account. */
export const storeSearch = z
  .strictObject({ procedure: procedureCode, name: z.union([personName, oneLine(2, 300)]) })
  .meta({ id: 'StoreSearch' });

/** One file of a paper, by what the store told of it. */
const whichFile = {
  kind: resultCode,
  number: oneLine(1, 200),
  file: z.int().min(0).max(19).default(0).meta({ description: 'Its place in the list of files' }),
};
export const storeFetch = z
  .strictObject({ ...storeSearch.shape, ...whichFile })
  .meta({ id: 'StoreFetch', description: 'File of a paper in the national store, for oneself' });
export const dossierStoreFetch = z.strictObject(whichFile).meta({
  id: 'DossierStoreFetch',
  description: 'File of a paper in the national store, for a dossier',
});

const storePaper = z
  .strictObject({
    kind: z.string().meta({ description: 'Kind of result (mã kết quả)' }),
    name: z.string(),
    number: z.string().meta({ description: 'Number and symbol (số, ký hiệu)' }),
    agency: z.string().meta({ description: 'Who issued it, as the store names it' }),
    files: z.array(z.strictObject({ name: z.string() })),
  })
  .meta({ id: 'StorePaper', description: 'Paper that the national store has' });

/** What the national store has in place of the papers of a procedure. */
export const storePapers = z
  .strictObject({
    state: z.enum(['answered', 'unavailable', 'notAsked']).meta({
      description:
        'unavailable: the store did not answer, and papers are handed in as ever; notAsked: this deployment does not ask it, the procedure takes none of its papers, or it knows nobody by the number that there is',
    }),
    items: z.array(z.strictObject({ component: z.string(), papers: z.array(storePaper) })),
  })
  .meta({ id: 'StorePapers' });
export type StorePapersView = z.infer<typeof storePapers>;
