/** `Monday 23 November 2026 at 09:40 (Europe/Kyiv)` */
export function localDay(at: string, timeZone: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
  return `${day} (${timeZone})`;
}
