import * as z from 'zod';

/** Facts of a dossier that its lists and tasks show and no event changes; kept beside the head. */
export const storedLabels = z.object({
  procedureName: z.string(),
  /** The field of the procedure (lĩnh vực), by name. */
  field: z.string(),
  /**
   * Other dossiers of the same person and procedure that were open at submission: for reception to check, not a
   * refusal.
   */
  duplicates: z.array(z.string()),
});
export type DossierLabels = Readonly<z.infer<typeof storedLabels>>;
