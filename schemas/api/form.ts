import * as z from 'zod';

/** A prescribed form (mẫu biểu) for a change of the dossier. */
export const formView = z
  .strictObject({ number: z.string(), name: z.string() })
  .meta({ id: 'Form', description: 'Prescribed form, by number and name (mẫu biểu, TT 03/2025/TT-VPCP)' });
