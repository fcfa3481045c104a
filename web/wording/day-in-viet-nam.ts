const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of an instant in Viet Nam, as `YYYY-MM-DD`. */
export const dayInVietNam = (now: Date): string => calendar.format(now);

/** The day before the one that it is there. */
export const dayBefore = (now: number): string => dayInVietNam(new Date(now - 24 * 3_600_000));
