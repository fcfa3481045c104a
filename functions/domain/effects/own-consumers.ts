/** The consumer of ledgers that has handed-in files read. */
export const DIGITIZING_CONSUMER = 'digitizing';

/** Consumers with cursors that tell no outside party of anything. */
const own: ReadonlySet<string> = new Set([DIGITIZING_CONSUMER]);

export const isOutsideParty = (consumer: string): boolean => !own.has(consumer);
