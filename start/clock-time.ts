/** The minute of an instant (RFC 3339) in readable form: `2026-11-26 17:40`. */
export const clockTime = (instant: string) => instant.slice(0, 16).replace('T', ' ');
