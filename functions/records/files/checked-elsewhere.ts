import { JUDGED_AT_ONCE } from '../../../schemas/file-limits.ts';
import type { MalwareSettings } from '../../../schemas/malware.ts';
import type { CheckDeps } from './check-upload.ts';

/** What functions that answer requests leave to the function that checks arrivals: large files, and scanning. */
export const checkedElsewhere = ({
  scanner,
}: MalwareSettings): Pick<CheckDeps, 'judgesUpTo' | 'scanner'> => ({
  judgesUpTo: JUDGED_AT_ONCE,
  ...(scanner !== 'none' && { scanner: 'elsewhere' }),
});
