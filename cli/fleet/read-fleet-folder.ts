import { agencyFile } from '../../shared/config/fleet/agency-file.ts';
import { type FleetFolder, readFleetFolder } from '../../shared/config/fleet/fleet-folder.ts';
import { withoutSharedSecrets } from '../../shared/config/fleet/same-variable.ts';
import { formatFaults } from '../../shared/config/read-configuration.ts';
import { counted } from '../counted.ts';
import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Reads the businesses of a folder, and warns of each file that is broken: the others go on without it.
 * @throws UsageError when nothing of the folder can be used
 */
export function readFleet(folder: string, terminal: Terminal, now = Date.now()): FleetFolder {
  const reading = readFleetFolder(folder, new Date(now).toISOString().slice(0, 10));
  if ('problem' in reading) throw new UsageError(`--fleet ${folder} ${reading.problem}.`);
  const fleet = withoutSharedSecrets(reading);
  for (const { id, faults, text } of fleet.broken) {
    terminal.warn(`${formatFaults(faults, text)}\n${id} is not watched until its file is in order.\n`);
  }
  if (fleet.agencyFaults.length > 0) {
    terminal.warn(
      `${formatFaults(fleet.agencyFaults, fleet.agencyText)}\nThe agency gets no mail until this is in order.\n`,
    );
  } else if (fleet.agency === null) terminal.warn(withoutAgency(folder));
  for (const note of fleet.passedOver) terminal.warn(note);
  for (const { id, notes } of fleet.businesses) for (const note of notes) terminal.warn(`${id}: ${note}`);
  if (fleet.businesses.length > 0) return fleet;
  throw new UsageError(
    `No business of ${folder} can be watched: ${counted(fleet.broken.length, 'file has', 'files have')} faults.`,
  );
}

function withoutAgency(folder: string): string {
  return (
    `${folder} has no ${agencyFile}. With one (agency: <name>, timeZone: <zone>), all commands know the folder as a fleet, such as ` +
    '"touchlight ack --config <folder>/<business>.yaml", and "digest --fleet" can be sent to you.'
  );
}
