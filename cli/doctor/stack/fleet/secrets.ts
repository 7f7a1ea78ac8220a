import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import { counted } from '../../../counted.ts';
import { type Finding, works } from '../../finding.ts';
import { eachAtOnce } from '../each-at-once.ts';
import type { Examination } from '../examination.ts';
import { examineSecret, type NeededSecret, neededSecrets } from '../surroundings.ts';
import { countedBusinesses } from './businesses-named.ts';

const atOnce = 20;

/** Do the secrets of all businesses exist? Each is called after its business: `coffee-lab/facebook`. */
export async function examineFleetSecrets(
  examination: Examination,
  { businesses }: Pick<FleetToDeploy, 'businesses'>,
): Promise<Finding[]> {
  const perBusiness = businesses.map(({ configuration }) => neededSecrets(configuration));
  // All live pages share one.
  const needed = new Map<string, NeededSecret>(perBusiness.flat().map((each) => [each.secret, each]));
  const findings = await eachAtOnce(atOnce, [...needed.values()], (each) => examineSecret(each, examination));
  const wrong = findings.filter(({ light }) => light !== 'green');
  const there = findings.length - wrong.length;
  if (there === 0) return wrong;
  const whose = countedBusinesses(perBusiness.filter((each) => each.length > 0).length);
  const sentence =
    wrong.length === 0
      ? `All are there: ${counted(there, 'secret')} of ${whose}.`
      : `${there} of ${counted(findings.length, 'secret')} are there.`;
  return [...wrong, works('secrets', sentence)];
}
