/** `09:40` on the day of `now`, otherwise `22 Nov 09:40`, in the given zone. */
export function localMoment(at: string, now: string, timeZone: string, locale: string): string {
  const format = (options: Intl.DateTimeFormatOptions, instant: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(instant));
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  const time = format({ hour: '2-digit', minute: '2-digit' }, at);
  const isToday = format({ ...date, year: 'numeric' }, at) === format({ ...date, year: 'numeric' }, now);
  return isToday ? time : `${format(date, at)} ${time}`;
}

/** `Monday 23 November 2026 at 09:40 (Europe/Kyiv)` */
export function localDay(at: string, timeZone: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
  return `${day} (${timeZone})`;
}
