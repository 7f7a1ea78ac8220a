/** Days in a row, from the first to the last: [0, 1, 2, 5] is Monday to Wednesday, and Saturday. */
function dayRanges(days: readonly number[]): (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges;
}

/** In words, from a digit for each day: two days in a row are both named, more are a range. */
export function nameDays(
  days: string,
  names: readonly string[],
  range: (from: string, to: string) => string,
): string[] {
  return dayRanges([...days].map(Number)).flatMap(([first, last]) => {
    const [from = '', to = ''] = [names[first], names[last]];
    if (first === last) return [from];
    return last - first === 1 ? [from, to] : [range(from, to)];
  });
}
