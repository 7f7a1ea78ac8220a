import { formatFor } from '../shared/i18n/format.ts';

/** "1 check", "2 checks", "10,000 checks". */
export function counted(count: number, one: string, other = `${one}s`): string {
  return formatFor('en').counted(count, { one, other });
}
