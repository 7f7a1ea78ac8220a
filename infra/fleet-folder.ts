import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Fleet, type FleetFile, readFleet } from '../shared/config/fleet/read-fleet.ts';
import { templatesBeside } from '../shared/config/scorecard-templates.ts';
import { ContextError } from './context.ts';

/**
 * Reads a folder of configurations: `coffee-lab.yaml`, or `coffee-lab/touchpoints.yaml` with what belongs to it beside it.
 * @throws ContextError when there is no such folder or no business in it
 */
export function readFleetFolder(folder: string, today: string): Fleet {
  const names = listed(folder);
  const files = names.flatMap((name): FleetFile[] => {
    const place = path.join(folder, name);
    if (/\.ya?ml$/.test(name)) return [fileAt(name.replace(/\.ya?ml$/, ''), place)];
    const inside = path.join(place, 'touchpoints.yaml');
    return statSync(inside, { throwIfNoEntry: false })?.isFile() === true ? [fileAt(name, inside)] : [];
  });
  if (files.length === 0) {
    throw new ContextError(
      `-c fleet=${folder} holds no business. Put a file such as coffee-lab.yaml there, or coffee-lab/touchpoints.yaml.`,
    );
  }
  return readFleet(files, today);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    throw new ContextError(`-c fleet=${folder} must be a folder of configurations. ${String(error)}`);
  }
}

function fileAt(business: string, place: string): FleetFile {
  const templates = templatesBeside(place);
  try {
    return { business, fileName: place, content: { text: readFileSync(place, 'utf8') }, templates };
  } catch (error) {
    return { business, fileName: place, content: { problem: `cannot be read. ${String(error)}` }, templates };
  }
}
