import type * as z from 'zod';
import type { revokedResult } from '../../../schemas/api/dossier.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import type { Language } from '../../../schemas/words.ts';
import { groundName } from '../../domain/results/change-grounds.ts';

/** Since when and why a result no longer holds, in words; null while it does. */
export function revokedView(
  revoked: StoredResult['revoked'],
  language: Language,
): z.infer<typeof revokedResult> | null {
  return revoked ? { ...revoked, groundText: groundName(revoked.ground)[language] } : null;
}
