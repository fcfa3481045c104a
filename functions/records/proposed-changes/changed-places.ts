import type { ChangePreview } from '../../../schemas/api/proposed-change.ts';
import { differences } from '../../domain/differences.ts';

/** Of thousands of differences nobody reads more. */
const MOST = 100;
const LONGEST = 500;

/** Where two versions differ, as JSON pointers, for a preview. */
export function changedPlaces(before: unknown, after: unknown): ChangePreview['differences'] {
  return differences(before, after)
    .slice(0, MOST)
    .map(({ pointer }) => pointer.slice(0, LONGEST));
}
