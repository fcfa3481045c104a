/** A party outside could not be asked, or what it said cannot be used. */
export interface Missed {
  readonly state: 'unavailable';
  /**
   * notConnected: its credential was not put in yet; slow, unreachable: try again later; refused: it said no, to the
   * credential or to the question; untrustworthy: its answer cannot be read.
   */
  readonly reason: 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
  /** A code for the log: never a part of the answer. */
  readonly detail: string;
}

export const missed = (reason: Missed['reason'], detail: string): Missed => ({
  state: 'unavailable',
  reason,
  detail,
});

/** What a fault of the line or of the size of an answer comes to. */
export function missedByFault(fault: string, prefix = ''): Missed {
  const detail = `${prefix}${fault}`;
  if (fault === 'timeout') return missed('slow', detail);
  return missed(fault === 'connection' ? 'unreachable' : 'untrustworthy', detail);
}

/** What an answer with a status other than the expected one comes to. */
export const missedByStatus = (status: number, prefix = ''): Missed =>
  missed(status < 500 ? 'refused' : 'unreachable', `${prefix}http-${status}`);

/** A code that a party gave, fit for a log: whatever else stands in its place is not repeated. */
export const speakable = (code: string): string => (/^[\w.-]{1,20}$/.test(code) ? code : 'unspeakable');
