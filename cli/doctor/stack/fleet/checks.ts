import { businessOf } from '../../../../shared/model/check-id.ts';
import { worstFirst } from '../../../../shared/model/light.ts';
import { counted } from '../../../counted.ts';
import { type Finding, works } from '../../finding.ts';
import { type CheckLook, lookAtChecks } from '../checks.ts';
import type { Examination } from '../examination.ts';
import { countedBusinesses } from './businesses-named.ts';

/** When the checks last ran: one finding for each business in which something is wrong, and one for all others. */
export async function examineFleetChecks(examination: Examination): Promise<Finding[]> {
  const byBusiness = Map.groupBy(await lookAtChecks(examination), ({ check }) => businessOf(check.id) ?? '');
  const faults: Finding[] = [];
  const well: CheckLook[][] = [];
  for (const [business, looks] of byBusiness) {
    const fault = worstOf(business, looks);
    if (fault === null) well.push(looks);
    else faults.push(fault);
  }
  if (well.length === 0) return faults;
  const all = `${counted(well.flat().length, 'check')} of ${countedBusinesses(well.length)}`;
  return [...faults, works('checks', `Ran on time: ${all}.`)];
}

/** @returns null where all ran on time */
function worstOf(business: string, looks: readonly CheckLook[]): Finding | null {
  const wrong = looks.filter(({ finding }) => finding.light !== 'green');
  const [worst] = worstFirst(wrong, ({ finding }) => finding.light);
  if (worst === undefined) return null;
  const { check, finding } = worst;
  const others = wrong.length === 1 ? '' : ` (and ${counted(wrong.length - 1, 'other')} of ${looks.length})`;
  const id = check.id.slice(business.length + 1);
  return { ...finding, name: `checks ${business}`, sentence: `${id}${others}: ${finding.sentence}` };
}
