import { isGroup, type Path } from './data-path.ts';
import { hoursFileSchema } from './file-schema.ts';
import { holidayCodeProblem, takenOut } from './holidays.ts';
import { daysOf, overlap } from './hours.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf } from './suggest.ts';
import { dateProblem } from './value-problems.ts';

function at(path: Path, message: string, part: Finding['at'] = 'value'): Finding {
  return { path, at: part, message };
}

/** Shifts that overlap, days that are named twice, and holidays that are none. */
export function hoursFindings(hours: unknown): readonly Finding[] {
  if (!isGroup(hours)) return [];
  const days = Object.keys(hours).filter((key) => daysOf(key).length > 0 && key in hoursFileSchema.shape);
  const shiftsOf = (key: string) => [hours[key]].flat().filter((text) => typeof text === 'string');
  const overlapping = days.flatMap((key) => {
    const pair = overlap(shiftsOf(key));
    return pair === null
      ? []
      : [
          at(
            ['hours', key],
            `the shifts ${shown(pair[0])} and ${shown(pair[1])} overlap; end one before the next begins`,
          ),
        ];
  });
  const rows = days.filter((key) => daysOf(key).length > 1);
  const twice = rows.flatMap((key, index) => {
    const other = rows.slice(0, index).find((each) => daysOf(each).some((day) => daysOf(key).includes(day)));
    if (other === undefined) return [];
    const shared = daysOf(other).filter((day) => daysOf(key).includes(day));
    return [
      at(
        ['hours', key],
        `names ${anyOf(shared).replace(' or ', ' and ')} again, which "${other}" has already; name each day once`,
        'key',
      ),
    ];
  });
  return [...overlapping, ...twice, ...holidayFindings(hours['holidays'])];
}

function holidayFindings(holidays: unknown): readonly Finding[] {
  const one = (value: unknown, path: Path): readonly Finding[] => {
    if (typeof value !== 'string' || value === '') return [];
    const date = takenOut(value);
    if (date !== null && [holidays].flat().includes(date)) {
      return [at(path, `${shown(value)} removes a day that the same list adds as a holiday; delete one of the two`)];
    }
    const problem =
      date !== null ? takenOutProblem(date) : /^\d/.test(value) ? dateProblem(value) : holidayCodeProblem(value);
    return problem === null ? [] : [at(path, `${shown(value)} ${problem}`)];
  };
  if (!Array.isArray(holidays)) return one(holidays, ['hours', 'holidays']);
  return holidays.flatMap((value, index) => one(value, ['hours', 'holidays', index]));
}

function takenOutProblem(date: string): string | null {
  const isDated = /^\d{4}-\d{2}-\d{2}$/.test(date);
  return isDated ? dateProblem(date) : 'is not a date to remove; write a minus and the date, such as "-2026-06-01"';
}
