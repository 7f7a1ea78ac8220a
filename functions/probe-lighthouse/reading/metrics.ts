import type { Result as LighthouseResult } from 'lighthouse';

const metricAudits = {
  'first-contentful-paint': 'fcpMs',
  'largest-contentful-paint': 'lcpMs',
  'total-blocking-time': 'tbtMs',
  'speed-index': 'speedIndexMs',
} as const;

/** The metric audits of a Lighthouse report under our names, with the score where there is one. */
export function metricsOf({
  audits,
  categories,
}: Pick<LighthouseResult, 'audits' | 'categories'>): Record<string, number> {
  const entries = Object.entries(metricAudits).flatMap(([audit, name]) => {
    const value = audits[audit]?.numericValue;
    return value === undefined ? [] : [[name, Math.round(value)] as const];
  });
  const cls = audits['cumulative-layout-shift']?.numericValue;
  const score = categories['performance']?.score ?? null;
  return {
    ...(score === null ? {} : { score }),
    ...Object.fromEntries(entries),
    ...(cls === undefined ? {} : { cls: Math.round(cls * 1000) / 1000 }),
  };
}
