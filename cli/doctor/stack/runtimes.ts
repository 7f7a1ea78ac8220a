import { broken, type Finding, works } from '../finding.ts';

/**
 * When AWS deprecates a runtime, as published in Lambda's developer guide ("Lambda runtimes"): from then on it gets no
 * security updates, and some months later functions with it can no longer be updated.
 */
const deprecatedOn: Readonly<Record<string, string>> = {
  'nodejs18.x': '2025-09-01',
  'nodejs20.x': '2026-04-30',
  'nodejs22.x': '2027-04-30',
  'nodejs24.x': '2028-04-30',
};

/** One finding for each runtime whose end of support is known here; others are left out. */
export function judgeRuntimes(runtimes: readonly string[], now: number): Finding[] {
  const counts = Map.groupBy(runtimes, (runtime) => runtime);
  return [...counts].flatMap(([runtime, functions]) => {
    const end = deprecatedOn[runtime];
    if (end === undefined) return [];
    const name = `runtime ${runtime}`;
    const used = `Used by ${functions.length} ${functions.length === 1 ? 'function' : 'functions'}`;
    if (now < Date.parse(end)) return works(name, `${used}; AWS supports it until ${end}.`);
    return broken(
      name,
      `${used}; AWS deprecated it on ${end}, so it gets no more security updates.`,
      'Upgrade Touchlight and run "npx cdk deploy".',
    );
  });
}
