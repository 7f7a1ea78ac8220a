import { formatFor } from '../../../shared/i18n/format.ts';
import type { DetailWords } from '../../../shared/i18n/page/detail-words.ts';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import type { Language } from '../../../shared/model/business.ts';

const [hour, day] = [60, 24 * 60];

/** "every hour", "every 30 minutes" */
export function everyInWords(minutes: number, language: Language): string {
  const { everyOne, every } = detailWords[language];
  const [n, unit] = inUnits(minutes);
  return n === 1 ? everyOne[unit] : every(spanInWords(minutes, language));
}

/** "30 minutes", "1 hour": as it was configured, so never rounded. */
export function spanInWords(minutes: number, language: Language): string {
  const [n, unit] = inUnits(minutes);
  return formatFor(language).counted(n, detailWords[language].span[unit]);
}

/** In the largest unit that leaves no rest. */
function inUnits(minutes: number): [number, keyof DetailWords['span']] {
  if (minutes > 0 && minutes % day === 0) return [minutes / day, 'day'];
  if (minutes > 0 && minutes % hour === 0) return [minutes / hour, 'hour'];
  return [minutes, 'minute'];
}
