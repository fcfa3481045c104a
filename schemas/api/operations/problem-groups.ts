/** Why a dossier is not shown or changed: its code is none, it is not there for the caller, or it concerns them. */
export const ofDossier = ['dossier-code-invalid', 'not-found', 'own-dossier', 'interest-declared'] as const;

/** Why a file that a request refers to is not taken. */
export const ofFiles = [
  'file-unknown',
  'file-not-uploaded',
  'file-differs',
  'file-unusable',
  'file-state-secret',
  'file-in-quarantine',
  'file-in-use',
] as const;
