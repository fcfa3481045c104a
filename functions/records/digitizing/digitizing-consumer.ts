/** The consumer of ledgers that has handed-in files read. */
export const DIGITIZING_CONSUMER = 'digitizing';
