import { readFileSync } from 'node:fs';
import {
  type ConfigurationReading,
  formatFaults,
  readConfigurationFile,
} from '../../shared/config/read-configuration.ts';
import { touchlightVersion } from '../../shared/config/touchlight-version.ts';
import { readYaml } from '../../shared/config/yaml-document.ts';
import { monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import { configurationSchema } from '../../shared/model/business.ts';
import { exitCodes, UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { concerns, entriesBetween, readChangelog, wordsOfFile } from '../upgrade/changelog.ts';
import { compareConfigurations } from '../upgrade/compare-configurations.ts';
import { findInstalledPackage, type OtherReading, readWithInstalled } from '../upgrade/installed-package.ts';
import { printUpgrade, type Upgrade } from '../upgrade/print-upgrade.ts';

export interface UpgradeOptions {
  readonly config: string;
  /** The folder whose installed version is compared with this one. */
  readonly from: string;
  /** Also show what does not concern the file. */
  readonly all?: boolean;
}

/**
 * Shows what this version changes for a configuration, compared with the version that the project has installed. Both read the
 * file on this machine; no network is asked.
 */
export async function upgradeCheck(options: UpgradeOptions, terminal: Terminal): Promise<number> {
  const { config, from, all = false } = options;
  const installed = findInstalledPackage(from);
  const today = new Date().toISOString().slice(0, 10);
  const reading = readConfigurationFile(config, today);
  if (!reading.ok && reading.text === '') throw new UsageError(formatFaults(reading.faults, ''));
  const other = await readWithInstalled(installed, config, today);
  const upgrade: Upgrade = {
    from: installed.version,
    to: touchlightVersion(),
    ...outcome(other, reading),
    ...entriesAbout(config, reading, installed.version),
  };
  const faults = reading.ok ? [] : reading.faults;
  terminal.printJson({ version: 1, file: config, ...upgrade, faults });
  printUpgrade(upgrade, config, all, terminal);
  if (!reading.ok) terminal.warn(`\n${formatFaults(reading.faults, reading.text)}`);
  return reading.ok ? exitCodes.ok : exitCodes.usage;
}

function outcome(
  other: OtherReading,
  own: ConfigurationReading,
): Pick<Upgrade, 'accepted' | 'changes' | 'monthlyCost'> {
  const accepted = { before: other.ok, after: own.ok };
  if (!other.ok || !own.ok) return { accepted, changes: null, monthlyCost: null };
  const after: unknown = JSON.parse(JSON.stringify(own.configuration));
  // Another version's configuration may have a shape that these prices know nothing of.
  const before = configurationSchema.safeParse(other.configuration);
  return {
    accepted,
    changes: compareConfigurations(other.configuration, after),
    monthlyCost: before.success
      ? { before: monthlyCost(before.data).totalDollars, after: monthlyCost(own.configuration).totalDollars }
      : null,
  };
}

const changelog = new URL('../../CHANGELOG.md', import.meta.url);

function entriesAbout(
  file: string,
  reading: ConfigurationReading,
  from: string,
): Pick<Upgrade, 'entries' | 'otherEntries'> {
  const entries = entriesBetween(readChangelog(readFileSync(changelog, 'utf8')), from, touchlightVersion());
  const checks = reading.ok ? reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks) : [];
  const words = wordsOfFile(
    readYaml(readFileSync(file, 'utf8')).data,
    checks.map(({ probe }) => probe),
  );
  return {
    entries: entries.filter((entry) => concerns(entry, words)),
    otherEntries: entries.filter((entry) => !concerns(entry, words)),
  };
}
