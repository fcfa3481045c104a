/** States of handling in which a dossier ended without a result: neither progress nor a date means anything. */
export const ENDED: readonly string[] = ['declined', 'withdrawn', 'stopped'];
