import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Records deleted in one statement at most, so that the server never waits long for its file. */
export const TRIMMED_AT_ONCE = 1000;

/** Numbers are kept as text; the server orders and looks them up by this. */
const NUMBER = 'CAST(sequence_number AS INTEGER)';
const NEWEST = `SELECT MAX(${NUMBER}) AS number FROM _stream_records WHERE table_name = ?`;
const OLDER = `SELECT MAX(number) AS number FROM (
  SELECT ${NUMBER} AS number, created_at FROM _stream_records
  WHERE table_name = ? ORDER BY ${NUMBER} LIMIT ${TRIMMED_AT_ONCE}
) WHERE created_at < ?`;
const TRIM = `DELETE FROM _stream_records WHERE id IN (
  SELECT id FROM _stream_records
  WHERE table_name = ?1 AND ${NUMBER} <= ?2
  AND ${NUMBER} < (SELECT MAX(${NUMBER}) FROM _stream_records WHERE table_name = ?1)
  ORDER BY ${NUMBER} LIMIT ${TRIMMED_AT_ONCE}
)`;
const INDEX = `CREATE INDEX IF NOT EXISTS _stream_records_by_number ON _stream_records (table_name, ${NUMBER})`;

const WAIT_MILLISECONDS = 5_000;
const SQLITE_BUSY = 5;

/**
 * The stream records in the table server's file, seen from beside the server. The server looks through all of a table's records
 * at each write, to number the next one, and never deletes any: the index made here finds the last at once.
 */
export class StreamRecords {
  readonly #file: DatabaseSync;
  readonly #newest: StatementSync;
  readonly #older: StatementSync;
  readonly #trim: StatementSync;

  /** Opens the file of a server that has started, and so has made its tables. */
  constructor(path: string) {
    this.#file = new DatabaseSync(path, { timeout: WAIT_MILLISECONDS });
    this.#file.exec(INDEX);
    // A deletion that a power cut undoes is made again. The server writes its log back into the file; here that would stop the host.
    this.#file.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA busy_timeout = 50');
    this.#newest = this.#file.prepare(NEWEST);
    this.#older = this.#file.prepare(OLDER);
    this.#trim = this.#file.prepare(TRIM);
  }

  /** The number of a table's newest record; 0 when there is none. */
  newest(table: string): number {
    return numberIn(this.#newest.get(table));
  }

  /** The number up to which a table's oldest records were made before `second`; 0 when none was. */
  lastBefore(table: string, second: number): number {
    return numberIn(this.#older.get(table, second));
  }

  /**
   * Deletes a table's records up to `last`, at most TRIMMED_AT_ONCE of them, and says how many; undefined while the server is busy
   * writing. The newest record always stays: the server numbers the next one by it.
   */
  trim(table: string, last: number): number | undefined {
    try {
      return Number(this.#trim.run(table, last).changes);
    } catch (thrown) {
      if (isBusy(thrown)) return undefined;
      throw thrown;
    }
  }

  close(): void {
    if (this.#file.isOpen) this.#file.close();
  }
}

const numberIn = (row: Record<string, unknown> | undefined) => Number(row?.['number'] ?? 0);

const isBusy = (thrown: unknown) =>
  thrown instanceof Error && 'errcode' in thrown && thrown.errcode === SQLITE_BUSY;
