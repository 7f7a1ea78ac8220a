import type { Configuration } from '../model/business.ts';
import { phoneSources } from '../model/social-platform.ts';

/** Sentences about what a deployed stack cannot do, and a laptop can. */
export function deploymentNotes({ touchpoints }: Configuration): string[] {
  const inFiles = touchpoints.filter(({ checks }) =>
    checks.some(({ options }) => options['platform'] === phoneSources.csv),
  );
  return inFiles.map(
    ({ id }) =>
      `Touchpoint ${id} reads its calls from CSV files (source: csv), which only a laptop or a server that runs "touchlight watch" does. In AWS, its light stays grey.`,
  );
}
