import type { Unit } from '../model/probe-spec.ts';
import type { UnitWords } from './fact-words.ts';
import { counted } from './plural.ts';

/**
 * A number with its unit in another language than English: `6,1 с`, `3 дні`, `87 зі 100`; as formatMeasurement does in
 * English.
 * @param decimals digits behind the point where the unit has any
 */
export function measuredValue(value: number, unit: Unit, words: UnitWords, decimals = 1): string {
  const number = (amount: number, digits: number): string =>
    new Intl.NumberFormat(words.locale, { maximumFractionDigits: Math.max(0, digits), useGrouping: false }).format(
      amount,
    );
  const plural = (amount: number, digits: number, forms: UnitWords['day']): string => {
    const rounded = Number(amount.toFixed(Math.max(0, digits)));
    return counted(words.locale, rounded, forms).replace(String(rounded), number(rounded, digits));
  };
  switch (unit) {
    case 'ms':
      if (Math.abs(value) < 999.5) return `${number(value, decimals - 1)} ${words.ms}`;
      if (value < 60_000) return `${number(value / 1000, decimals)} ${words.second}`;
      return `${number(value / 60_000, decimals)} ${words.minute}`;
    case 'bytes':
      if (Math.abs(value) < 1000) return plural(value, decimals - 1, words.byte);
      if (value < 999_500) return `${number(value / 1000, decimals - 1)} ${words.kilobyte}`;
      return `${number(value / 1_000_000, decimals)} ${words.megabyte}`;
    case 'score':
      return words.ofHundred(number(value * 100, decimals - 1));
    case 'days':
      return plural(value, decimals, words.day);
    case 'minutes':
      return inHours(Math.round(value), words);
    case 'ratio':
      return `${number(value * 100, decimals - 1)} %`;
    case 'count':
      return number(value, decimals);
    case 'number':
      return number(value, decimals + 1);
  }
}

/** Two numbers that are not equal never read the same: "2,5 с (не більше 2,5 с)" would be no news. */
export function measuredBeside(value: number, bound: number, unit: Unit, words: UnitWords): string {
  const short = measuredValue(value, unit, words);
  return value !== bound && short === measuredValue(bound, unit, words) ? measuredValue(value, unit, words, 3) : short;
}

/** Never in days: the minutes may be business time. */
function inHours(minutes: number, { hour, minute }: UnitWords): string {
  const hours = Math.trunc(minutes / 60);
  const rest = Math.abs(minutes - hours * 60);
  if (hours === 0) return `${minutes} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`;
}
