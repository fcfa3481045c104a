/**
 * Names of the form fields that a document may have ready for the registry: its number, its date, the agency's seal.
 * They are planned before the first signature, and filled with the seal.
 */
export const REGISTRY_FIELDS = { number: 'motcua.number', date: 'motcua.date', seal: 'motcua.seal' } as const;
