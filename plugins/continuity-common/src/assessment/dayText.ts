const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day for people: 2026-03-02 is 2 March 2026. */
export function dayText(day: string | number): string {
  const [year, month, date] = String(day).split('-').map(Number);
  return `${date} ${months[month - 1]} ${year}`;
}
