import { formatsFor } from '../../functions/digest/formats.ts';
import { readWeek, type WeekStores } from '../../functions/digest/read-week.ts';
import { wordPlaces } from '../../functions/digest/word-places.ts';
import { weekAt } from '../../shared/evaluation/week/week.ts';
import { nameTouchpoints } from '../../shared/i18n/name-touchpoints.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Terminal } from '../terminal.ts';

/** The six places of the audit as they stand now, in the words of the weekly mail. */
export async function printPlaces(
  sources: { readonly configuration: Configuration; readonly stores: WeekStores },
  terminal: Terminal,
  now: number,
): Promise<void> {
  const { language, timeZone } = sources.configuration;
  const at = toInstant(now);
  const { places, present, touchpoints } = await readWeek(sources, weekAt(at, timeZone), at);
  const formats = formatsFor(language, timeZone, at);
  const { heading, rows, notYet } = wordPlaces(places, present, nameTouchpoints(touchpoints, formats), formats);
  const watched = rows.filter(({ isWatched }) => isWatched);
  const width = Math.max(...watched.map(({ name }) => name.length));
  terminal.print(terminal.bold(heading));
  for (const { name, light, state } of watched) {
    terminal.print(`  ${terminal.light(light.light)} ${name.padEnd(width)}  ${state ?? ''}`.trimEnd());
  }
  if (notYet !== null) terminal.print(`  ${notYet}`);
  terminal.print();
}
