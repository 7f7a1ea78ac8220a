import type { FleetToDeploy } from '../../../../shared/config/fleet/to-deploy.ts';
import type { Finding } from '../../finding.ts';
import { businessesNamed } from './businesses-named.ts';

interface Deployed {
  readonly folder: string;
  readonly stack: string;
  readonly fleet: FleetToDeploy;
}

/** Remedies deploy the folder: without it, `cdk` would put the business of a touchpoints.yaml in the place of all others. */
export function inFleetWords(finding: Finding, { folder, stack, fleet }: Deployed): Finding {
  const deploy = [
    'npx cdk deploy',
    `-c fleet=${folder}`,
    ...(stack === 'Touchlight' ? [] : [`-c stack=${stack}`]),
    '-c agency=<as before>',
  ].join(' ');
  const remedy =
    finding.remedy
      ?.replaceAll('npx cdk deploy', deploy)
      .replaceAll('Pass the deployed file with --config.', 'Pass the deployed folder with --fleet.') ?? null;
  return { ...finding, remedy, sentence: `${finding.sentence}${askedBy(finding, fleet)}` };
}

/** Who asks for a further region that does not answer. */
function askedBy({ name, light }: Finding, { businesses }: FleetToDeploy): string {
  const region = /^region (.+)$/.exec(name)?.[1];
  if (region === undefined || light === 'green') return '';
  const ids = businesses.filter(({ configuration }) => configuration.regions.includes(region)).map(({ id }) => id);
  return ` Asked for by ${businessesNamed(ids)}.`;
}

const most = 20;

/** Of many findings alike, such as the checks of all businesses while nothing runs, the first ones; `--json` has all. */
export function shortened(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ name, light }) => `${light} ${name.split(' ', 1)[0]}`);
  return [...groups.values()].flatMap((group) => {
    const [last] = group.slice(most);
    if (last === undefined) return group;
    const more = { name: last.name.split(' ', 1)[0] ?? '', sentence: `${group.length - most} more like these.` };
    return [...group.slice(0, most), { ...last, ...more, remedy: '--json lists all.' }];
  });
}
