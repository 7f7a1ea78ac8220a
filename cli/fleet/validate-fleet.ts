import type { FleetFolder } from '../../shared/config/fleet/fleet-folder.ts';
import type { FleetBusiness } from '../../shared/config/fleet/read-fleet.ts';
import { withoutUnsupported } from '../../shared/config/fleet/without-unsupported.ts';
import { formatYearlyCost, yearlyCost } from '../../shared/evaluation/what-if/fleet-cost.ts';
import { type MonthlyCost, monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import { scheduledChecks } from '../../shared/model/business.ts';
import { pageMount } from '../../shared/model/page-paths.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit.ts';
import { needsSecret } from '../local/needs-secret.ts';
import type { Terminal } from '../terminal.ts';
import { browserShare } from './browser-share.ts';
import { readFleet } from './read-fleet-folder.ts';

/** What one business of a fleet will have. */
interface Line {
  readonly business: string;
  readonly name: string;
  readonly timeZone: string;
  readonly language: string;
  readonly touchpoints: number;
  readonly checks: number;
  /** In AWS, without its part of the stack itself. */
  readonly monthlyDollars: number;
  /** Below the stack's address, in AWS: `/coffee-lab/`; null where it asks for no page. */
  readonly page: string | null;
}

/** Checks all files of a folder, and prints what each business will have and what one machine or one stack has to do for all. */
export async function validateFleet(folder: string, terminal: Terminal): Promise<number> {
  const fleet = readFleet(folder, terminal);
  const { businesses, broken, agencyFaults } = fleet;
  const lines = businesses.map(lineOf);
  const { businesses: inStack, notes, unsupported } = withoutUnsupported(businesses);
  const notInStack = new Set(unsupported.map(({ id }) => id));
  const { share, warning } = browserShare(businesses.map(({ configuration }) => configuration));
  const cost = costOf(inStack);
  const agencyReaders = fleet.agency?.digest?.to.length ?? 0;
  const year = yearlyCost(
    inStack.map(({ configuration }) => ({ configuration, count: 1 })),
    agencyReaders,
  );
  terminal.printJson({
    version: 1,
    folder,
    agency: fleet.agency,
    businesses: lines,
    notInStack: [...notInStack],
    broken: broken.map(({ id, fileName, faults }) => ({ business: id, file: fileName, faults })),
    agencyFaults,
    browserShare: share,
    monthlyCost: { stackDollars: cost.stackDollars, totalDollars: cost.totalDollars },
    yearlyDollars: year.dollars,
  });
  terminal.print(headline(folder, fleet));
  terminal.print();
  const widest = Math.max(...lines.map(({ business }) => business.length));
  for (const each of lines) terminal.print(inWords(each, widest, !notInStack.has(each.business)));
  terminal.print();
  terminal.print(
    `One browser on this machine is busy ${percentOf(share)} of the time (touchlight watch --fleet ${folder}).`,
  );
  if (warning !== null) terminal.warn(warning);
  for (const note of notes) terminal.warn(`In a fleet's stack, ${note}`);
  if (inStack.length > 0)
    terminal.print(
      `In AWS about $${cost.totalDollars.toFixed(2)} a month for all, $${cost.stackDollars.toFixed(2)} of it for the one stack (docs/cost.md).`,
    );
  if (inStack.length > 0) terminal.print(formatYearlyCost(year));
  const withSecrets = businesses.filter(({ configuration }) => needsSecret(configuration));
  if (withSecrets.length > 0) terminal.print('\nNext, for each business with secrets:');
  for (const { fileName } of withSecrets) terminal.print(`  npx touchlight secrets check --config ${fileName}`);
  return broken.length + agencyFaults.length > 0 ? exitCodes.usage : exitCodes.ok;
}

function percentOf(share: number): string {
  if (share > 0 && share < 0.005) return 'less than 1%';
  return `about ${Math.round(share * 100)}%`;
}

function headline(folder: string, { agency, businesses, broken }: FleetFolder): string {
  const all = businesses.length + broken.length;
  const whose = agency === null ? '' : `${agency.name}: `;
  if (broken.length === 0) {
    return all === 1
      ? `${whose}the one file in ${folder} is valid.`
      : `${whose}all ${all} files in ${folder} are valid.`;
  }
  const names = broken.map(({ id }) => id).join(', ');
  return `${whose}${businesses.length} of ${all} files in ${folder} are valid. With faults: ${names} (see above).`;
}

function lineOf({ id, configuration }: FleetBusiness): Line {
  const { business: name, timeZone, language, touchpoints } = configuration;
  const { touchpoints: costs } = monthlyCost(configuration);
  return {
    ...{ business: id ?? '', name, timeZone, language, touchpoints: touchpoints.length },
    checks: scheduledChecks(configuration).length,
    monthlyDollars: costs.reduce((sum, { dollars }) => sum + dollars, 0),
    page: configuration.page === null ? null : `${pageMount(id)}/`,
  };
}

function inWords(
  { business, name, timeZone, language, touchpoints, checks, monthlyDollars, page }: Line,
  widest: number,
  isInStack: boolean,
): string {
  const pageAt = page === null ? '' : `, its live page at ${page}`;
  const inAws = isInStack
    ? `about $${monthlyDollars.toFixed(2)} a month in AWS${pageAt}`
    : "not in a fleet's stack (see below)";
  const has = `${counted(touchpoints, 'touchpoint')}, ${counted(checks, 'check')}, ${inAws}`;
  return `  ${business.padEnd(widest)}  ${name} (${timeZone}, ${language}): ${has}`;
}

/** One stack for all: it is paid for once. */
function costOf(businesses: readonly Pick<FleetBusiness, 'configuration'>[]): MonthlyCost {
  const all = businesses.map(({ configuration }) => configuration);
  return monthlyCost({
    touchpoints: all.flatMap(({ touchpoints }) => touchpoints),
    competitors: all.flatMap(({ competitors }) => competitors),
    digest: all.find(({ digest }) => digest !== null)?.digest ?? null,
    page: all.find(({ page }) => page !== null)?.page ?? null,
  });
}
