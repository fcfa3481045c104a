/** The minute of an instant (RFC 3339) as a reader takes it in at a glance: `2026-11-26 17:40`. */
export const clockTime = (instant: string) => instant.slice(0, 16).replace('T', ' ');
