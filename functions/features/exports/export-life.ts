import type { ExportFailure, ExportState } from '../../../schemas/api/export.ts';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import type { Words } from '../../../schemas/words.ts';
import { DAY, HOUR, type Instant, MINUTE, parseInstant, toRfc3339 } from '../../domain/vietnam-time.ts';

/** How long the file can be downloaded. */
export const FILE_KEPT = DAY;

/** An export not settled after this time is lost: by then every delivery of the queue is over. */
export const GIVEN_UP_AFTER = 2 * HOUR;

/** Lease of a run: longer than its function may take, so that no two runs write at the same time. */
export const HELD_FOR = 6 * MINUTE;

type Failure = NonNullable<StoredExport['failure']>;

const FAILURES: Readonly<Record<ExportFailure, Words>> = {
  'not-allowed': {
    vi: 'Quyền xem danh sách này đã hết trước khi lập xong tệp.',
    en: 'Your permission to see this list ended before the file was made.',
  },
  'too-large': {
    vi: 'Danh sách lớn hơn mức một tệp chứa được: hãy thu hẹp bộ lọc.',
    en: 'The list does not fit into one file: narrow the filters.',
  },
  'too-long': {
    vi: 'Danh sách dài hơn mức đọc được trong một lần: hãy thu hẹp bộ lọc.',
    en: 'The list is too long to be read in one run: narrow the filters.',
  },
  lost: {
    vi: 'Không lập được tệp do lỗi hệ thống. Hãy yêu cầu lại.',
    en: 'The file could not be made because of a system error. Request it again.',
  },
};

/** A failure with its default sentence, or a more specific one. */
export function failureOf(code: ExportFailure, detail = FAILURES[code]): Failure {
  return { code, detail };
}

/**
 * The state of an export at a moment, including what time alone has changed: nothing stays queued or running for
 * ever.
 */
export function exportAt(
  stored: StoredExport,
  now: Instant,
): { state: ExportState; failure: Failure | null } {
  const { state, failure, file, aliveUntil } = stored;
  if (state === 'done') {
    const gone = file === null || now >= parseInstant(file.expiresAt);
    return { state: gone ? 'expired' : 'done', failure: null };
  }
  if (state === 'failed') return { state, failure };
  return now >= parseInstant(aliveUntil)
    ? { state: 'failed', failure: failureOf('lost') }
    : { state, failure: null };
}

/**
 * The export with its next run started, or why none may start: it is settled or lost, or an earlier run still holds
 * the lease.
 */
export function begin(stored: StoredExport, now: Instant): StoredExport | 'settled' | 'held' {
  const { state } = exportAt(stored, now);
  if (state !== 'queued' && state !== 'running') return 'settled';
  if (stored.heldUntil !== null && now < parseInstant(stored.heldUntil)) return 'held';
  return {
    ...stored,
    state: 'running',
    run: stored.run + 1,
    rows: 0,
    startedAt: toRfc3339(now),
    heldUntil: toRfc3339(now + HELD_FOR),
  };
}

/** The export with its file. */
export function finish(
  stored: StoredExport,
  made: { name: string; size: number; sha256: string; rows: number },
  now: Instant,
): StoredExport {
  const { rows, ...file } = made;
  return {
    ...stored,
    state: 'done',
    rows,
    heldUntil: null,
    finishedAt: toRfc3339(now),
    file: { ...file, expiresAt: toRfc3339(now + FILE_KEPT) },
  };
}

/** The export failed for good, without a file. */
export function fail(stored: StoredExport, failure: Failure, now: Instant): StoredExport {
  return { ...stored, state: 'failed', failure, heldUntil: null, finishedAt: toRfc3339(now) };
}

/** The export released by a run that failed, so that the next delivery can start at once. */
export function letGo(stored: StoredExport): StoredExport {
  return { ...stored, heldUntil: null };
}
