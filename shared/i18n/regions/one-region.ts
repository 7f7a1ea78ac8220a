import type { Language } from '../../model/business.ts';
import type { Finding } from '../../model/finding.ts';
import { isOfOneRegion } from '../../model/general-statements.ts';
import type { Incident, SeenFrom } from '../../model/incident.ts';
import type { TroubleWords } from '../../probes/probe-words.ts';
import { formatFor } from '../format.ts';
import { oneRegion as en } from './en.ts';
import type { OneRegionWords } from './one-region-words.ts';
import { oneRegion as ru } from './ru.ts';
import { oneRegion as uk } from './uk.ts';

const words: Readonly<Record<Language, OneRegionWords>> = { en, uk, ru };

/** What ops do about it; null for anything that fails from everywhere. */
export function remedyOfOneRegion(finding: Finding, language: Language): string | null {
  return isOfOneRegion(finding) ? words[language].remedy : null;
}

/** How it is described to an owner; null for anything that fails from everywhere. */
export function troubleOfOneRegion(finding: Finding, language: Language): TroubleWords | null {
  if (!isOfOneRegion(finding)) return null;
  const { remedy, trouble } = words[language];
  return { ...trouble, todo: remedy };
}

/** From where an incident was seen; null where no other region was asked, and where the sentence about it says so already. */
export function seenFromOf(
  { finding, seenFrom }: Pick<Incident, 'finding' | 'seenFrom'>,
  language: Language,
): string | null {
  return seenFrom === undefined || isOfOneRegion(finding) ? null : wordSeenFrom(seenFrom, language);
}

/** From which regions something fails, and from which that could not be told. */
function wordSeenFrom({ fails, unclear }: SeenFrom, language: Language): string {
  const { seenFrom, region } = words[language];
  const { list } = formatFor(language);
  return seenFrom(list(fails.map(region)), list(unclear.map(region)));
}
