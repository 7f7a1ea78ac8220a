import type { Language } from '../model/business.ts';
import { parseCheckId } from '../model/check-id.ts';
import type { Incident } from '../model/incident.ts';
import { wordsOf } from '../probes/words.ts';
import { remedyOfOneRegion } from './regions/one-region.ts';

/** What to do about what was found; null for a probe that this version does not have. */
export function remedyFor(
  { checkId, incident }: { readonly checkId: string; readonly incident: Pick<Incident, 'finding'> | null },
  language: Language,
): string | null {
  const words = wordsOf(parseCheckId(checkId).probe, language);
  const finding = incident?.finding;
  const elsewhere = finding === undefined ? null : remedyOfOneRegion(finding, language);
  if (elsewhere !== null) return elsewhere;
  const because = finding?.kind === 'measurement' ? finding.because : finding?.says;
  return (because && words?.remedyOf?.(because)) ?? words?.remedy ?? null;
}
