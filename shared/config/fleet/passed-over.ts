import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { agencyFile } from './agency-file.ts';

const ofYaml = /\.ya?ml$/i;
const asFolder = /^touchpoints\.ya?ml$/;
/** `Touchpoints.yaml`: meant, but not read where file names differ by case. */
const misnamed = /^touchpoints\.ya?ml$/i;
/** Of a business with a folder of its own. */
export const inFolder: readonly string[] = ['touchpoints.yaml', 'touchpoints.yml'];
/** A scorecard's template is YAML, too, and may lie in any folder. */
const namesTouchpoints = /^touchpoints[ \t]*:/m;

/**
 * Files of businesses that lie too deep or are named so that nothing reads them, as sentences: a business that is left out without a word
 * would be missing from a mail that says that all is well.
 */
export function passedOver(folder: string): string[] {
  return foldersIn(folder).flatMap((name) => {
    const inside = path.join(folder, name);
    const entries = entriesOf(inside);
    // As they are read: on macOS and Windows, Touchpoints.yaml is.
    if (inFolder.some((name) => existsSync(path.join(inside, name)))) return [];
    const found = entries.map((entry) => fileOfBusiness(inside, entry)).find((file) => file !== null);
    if (found === undefined) return [];
    if (existsSync(path.join(inside, agencyFile))) {
      return [
        `${inside} is not watched with ${folder}: its ${agencyFile} makes it a fleet of its own. Use it with its own --fleet.`,
      ];
    }
    if (path.dirname(found) === inside && misnamed.test(path.basename(found))) {
      return [`${found} is not watched: in a folder, only a file named touchpoints.yaml is read. Rename it.`];
    }
    return [
      `${found} is not watched: a business's file lies in ${folder} itself, such as ${path.join(folder, 'coffee-lab.yaml')}, ` +
        `or in a folder of its own there, such as ${path.join(folder, 'coffee-lab', 'touchpoints.yaml')}. Move it there.`,
    ];
  });
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .toSorted();
}

/** One that cannot be read holds nothing that could be watched. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function fileOfBusiness(folder: string, entry: Dirent): string | null {
  const file = path.join(folder, entry.name);
  if (entry.isDirectory()) {
    const within = entriesOf(file).find(({ name }) => asFolder.test(name));
    return within === undefined ? null : path.join(file, within.name);
  }
  if (!entry.isFile() || !ofYaml.test(entry.name)) return null;
  try {
    return namesTouchpoints.test(readFileSync(file, 'utf8')) ? file : null;
  } catch {
    return null;
  }
}
