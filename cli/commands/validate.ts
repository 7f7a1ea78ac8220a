import { deploymentNotes } from '../../shared/config/deployment-notes.ts';
import { nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import { formatMonthlyCost, monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit.ts';
import { needsSecret } from '../local/needs-secret.ts';
import { readWithNotes } from '../local/read-touchpoints.ts';
import { describeDaysOff, formatDaysOff } from '../schedule/days-off.ts';
import { describeSchedule, formatSchedule } from '../schedule/schedule-summary.ts';
import type { Terminal } from '../terminal.ts';

export interface ValidateOptions {
  readonly config: string;
  /** A folder with the files of several businesses, instead of one file. */
  readonly fleet?: string;
}

/** Checks the configuration and prints what will run when, how often, and for how much. */
export async function validate({ config, fleet }: ValidateOptions, terminal: Terminal): Promise<number> {
  if (fleet !== undefined) {
    const { validateFleet } = await import('../fleet/validate-fleet.ts');
    return validateFleet(fleet, terminal);
  }
  const { configuration, notes, daysOff } = readWithNotes(config, terminal);
  const summary = describeSchedule(configuration, nextFullMinute(toInstant(Date.now())));
  const cost = monthlyCost(configuration);
  const { business } = configuration;
  const free = describeDaysOff(daysOff, configuration.calendar);
  terminal.printJson({ version: 1, file: config, business, notes, daysOff: free, ...summary, monthlyCost: cost });
  terminal.print(
    `${config} is valid: ${configuration.business}, ${counted(configuration.touchpoints.length, 'touchpoint')}.`,
  );
  terminal.print();
  terminal.print(formatSchedule(summary, configuration.timeZone));
  terminal.print();
  if (free.length > 0) terminal.print(`${formatDaysOff(free)}\n`);
  terminal.print(formatMonthlyCost(cost));
  for (const note of deploymentNotes(configuration)) terminal.print(`\n${note}`);
  if (needsSecret(configuration)) {
    const option = config === 'touchpoints.yaml' ? '' : ` --config ${config}`;
    terminal.print(`\nNext: npx touchlight secrets check${option}`);
  }
  return exitCodes.ok;
}
