import { websiteProbes } from '../../shared/config/file-schema.ts';
import type { VisitKind } from '../../shared/model/visit-kind.ts';
import type { ProbeOf } from '../../shared/probes/index.ts';

/** The probes that a website may name under `checks`. */
type WebsiteProbe = ProbeOf<Exclude<VisitKind, 'poll'>> | 'field-speed' | 'same-facts';

/**
 * What stands behind `checks:` of a website that has these checks and no others, whatever probes there are. A test that
 * needs certain checks names them here: a new probe then changes nothing about it. Settings are written as in
 * touchpoints.yaml: `onlyChecks({ availability: '{ every: 1m }', form: '{}' })`.
 */
export function onlyChecks(settings: Readonly<Partial<Record<WebsiteProbe, string>>>): string {
  const all: Readonly<Partial<Record<string, string>>> = settings;
  return `{ ${websiteProbes.map(({ id }) => `${id}: ${all[id] ?? 'false'}`).join(', ')} }`;
}
