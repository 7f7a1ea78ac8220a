import { touchpointIdSchema } from '../../model/check-id.ts';
import { shown } from '../redact.ts';

/** They name something else beside the businesses: in commands, in messages, in the stack's bucket. */
const ownWords: ReadonlySet<string> = new Set([
  'agency',
  'all',
  'competitor',
  'fleet',
  'none',
  'touchlight',
  'touchpoints',
]);

/** Windows opens a device for any file whose name begins so, whatever follows the dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** What is wrong with the name of a business's file or folder, as it reads on behind that name; null for a good one. */
export function businessIdProblem(id: string): string | null {
  if (!touchpointIdSchema.safeParse(id).success) {
    return `names the business ${shown(id)}, but a business is named by 1 to 40 lower-case letters, digits or hyphens, such as ${nearest(id)}; rename it`;
  }
  if (ownWords.has(id))
    return `names the business "${id}", a word that Touchlight keeps for itself; rename it, such as ${id}-1`;
  if (devices.test(id))
    return `names the business "${id}", which is the name of a device on Windows; rename it, such as ${id}-1`;
  return null;
}

/** `Salon_1` was meant as salon-1; what has no Latin letters gets an example. */
function nearest(id: string): string {
  const simple = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return touchpointIdSchema.safeParse(simple).success ? simple : 'coffee-lab';
}
