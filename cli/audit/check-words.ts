import { formatFor } from '../../shared/i18n/format.ts';
import type { Language } from '../../shared/model/business.ts';
import { specOf } from '../../shared/probes/index.ts';
import type { AuditedCheck, BeyondBound } from './audit-report.ts';

/** "page-load /prices (phone)" */
export function titleOf({ check, name, device }: AuditedCheck): string {
  const page = name.replace(/@[a-z]+$/, '').slice(check.length + 1);
  const on = device === null ? [] : [device === 'mobile' ? '(phone)' : '(desktop)'];
  return [check, page, ...on].filter((part) => part !== '').join(' ');
}

/** "lcpMs 6.2 s; green up to 2.5 s, red from 4 s": in English, as the file names it. */
export function boundText({ measurement, unit, value, green, red }: BeyondBound): string {
  const { beside, measured } = formatFor('en');
  const isSmallerWorse = red !== null && red < green;
  const greenPart = `green ${isSmallerWorse ? 'from' : 'up to'} ${measured(green, unit)}`;
  const redPart = red === null ? 'never red' : `red ${isSmallerWorse ? 'up to' : 'from'} ${measured(red, unit)}`;
  return `${measurement} ${beside(value, green, unit)}; ${greenPart}, ${redPart}`;
}

export function figuresOf({ check, measurements }: AuditedCheck, language: Language): string {
  const specs = specOf(check)?.measurements ?? {};
  return Object.entries(measurements)
    .map(([name, value]) => `${name} ${formatFor(language).measured(value, specs[name]?.unit ?? 'number')}`)
    .join(', ');
}
