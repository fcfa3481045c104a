/**
 * A day as people write it, `12/05/1987` or `ngày 12 tháng 5 năm 1987`, as `1987-05-12`; undefined if the calendar has
 * no such day.
 */
export function dayOf(day: string, month: string, year: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** `12051987`, as the code on a citizen’s card has it. */
export function dayOfDigits(digits: string): string | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(digits) ?? [];
  return day && month && year ? dayOf(day, month, year) : undefined;
}
