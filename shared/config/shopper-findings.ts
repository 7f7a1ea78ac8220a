import { isGroup, type Path, valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';

/** What of a mystery shopper does not go together. */
export function shopperFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  if (!isGroup(touchpoint) || touchpoint['kind'] !== 'shopper') return [];
  const { to, address, blind, consent } = touchpoint;
  const at = (key: string, part: Finding['at'], message: string): Finding => ({
    path: [...path, key],
    at: part,
    message,
  });
  const findings: Finding[] = [];
  if (typeof to === 'string' && typeof address === 'string' && bare(to) === bare(address))
    findings.push(
      at(
        'address',
        'value',
        `${shown(address)} is the address that the shopper writes to; give the shopper a mailbox of its own`,
      ),
    );
  if (blind === true && consent === undefined)
    findings.push(
      at(
        'blind',
        'key',
        "needs the owner's written consent, because staff are tested without being told; add consent: { by: <name>, date: <day> }, or leave blind out",
      ),
    );
  const repeated = repeatedScenario(valueAt(touchpoint, ['scenarios']));
  if (repeated !== null)
    findings.push({
      path: [...path, 'scenarios', repeated],
      at: 'value',
      message: 'lists a scenario twice; remove one',
    });
  return findings;
}

/** Without what stands behind a plus: the same mailbox. */
function bare(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}

function repeatedScenario(scenarios: unknown): number | null {
  if (!Array.isArray(scenarios)) return null;
  const index = scenarios.findIndex((each, place) => scenarios.indexOf(each) !== place);
  return index === -1 ? null : index;
}
