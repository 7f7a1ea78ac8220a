/** Counts as people write them: "3,334 of 10,000". Subjects are plain text, so their spaces are plain, too. */
export function countIn(locale: string): (count: number) => string {
  const format = new Intl.NumberFormat(locale);
  return (count) => format.format(count).replaceAll(/[\u202f\u00a0]/g, ' ');
}
