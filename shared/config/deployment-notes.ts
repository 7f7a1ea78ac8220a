import type { Configuration } from '../model/business.ts';
import { keepIncomingDays } from '../model/keep-days.ts';
import { phoneSources } from '../model/social-platform.ts';
import { callsPrefix, outputs } from '../model/stack-names.ts';

/** Sentences about what a deployed stack needs from a person, and a laptop does not. */
export function deploymentNotes({ touchpoints }: Configuration): string[] {
  const inFiles = touchpoints.filter(({ checks }) =>
    checks.some(({ options }) => options['platform'] === phoneSources.csv),
  );
  return inFiles.map(({ id }) => {
    const place = `${callsPrefix}${id}/`;
    return [
      `Touchpoint ${id} reads its calls from CSV files (source: csv). In AWS, put them into the stack's bucket, where they are deleted after ${keepIncomingDays} days:`,
      `  aws s3 cp calls.csv s3://BUCKET/${place}`,
      `BUCKET is the stack's output ${outputs.evidenceBucket}.`,
    ].join('\n');
  });
}
