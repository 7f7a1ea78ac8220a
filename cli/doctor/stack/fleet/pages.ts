import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import { outputs } from '../../../../shared/model/stack-names.ts';
import { broken, type Finding, works } from '../../finding.ts';
import type { Examination } from '../examination.ts';
import { businessesNamed, countedBusinesses } from './businesses-named.ts';

/** Is there an address for the live pages that businesses ask for? Whether the function behind it runs is a finding of its own. */
export function examineFleetPages(
  { state }: Pick<Examination, 'state'>,
  { businesses }: Pick<FleetToDeploy, 'businesses'>,
): Finding[] {
  const withPage = businesses.filter(({ configuration }) => configuration.page !== null).map(({ id }) => id);
  if (state === null || withPage.length === 0) return [];
  const url = state.outputs[outputs.page];
  if (url !== undefined) return [works('pages', `${countedBusinesses(withPage.length)}, at ${url}<business>/.`)];
  const sentence = `The stack has no live page, and these ask for one: ${businessesNamed(withPage)}.`;
  return [broken('pages', sentence, 'Deploy this folder: npx cdk deploy')];
}
