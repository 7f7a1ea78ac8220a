import type { Config } from 'lighthouse';
import defaults from 'lighthouse/core/config/default-config.js';

/** They look at what no metric and no advice of ours comes from: pictures for reports that nobody opens, and other pages. */
const skippedAudits: ReadonlySet<string> = new Set([
  'bf-cache',
  'final-screenshot',
  'screenshot-thumbnails',
  'script-treemap-data',
  'user-timings',
]);

/** What only other categories and the skipped audits ask of the page. Lighthouse refuses a configuration where one is missing. */
const skippedArtifacts: ReadonlySet<string> = new Set([
  'Accessibility',
  'AgentResourceDiscovery',
  'AnchorElements',
  'BFCacheFailures',
  'ConsoleMessages',
  'Doctype',
  'FullPageScreenshot',
  'IFrameElements',
  'InspectorIssues',
  'LlmsTxt',
  'RobotsTxt',
  'WebMCP',
  'WebMcpSchemaIssues',
]);

/**
 * The performance category of Lighthouse's default configuration with its own metrics, weights and simulated throttling.
 * Lighthouse loads every audit that a configuration names, wanted or not, and waits seconds for a page to stay quiet; the
 * metrics come from the trace and the simulation, so half a second of quiet gives the same ones.
 */
export function auditConfig(): Config {
  const performance = defaults.categories?.['performance'];
  if (performance === undefined) throw new Error('This version of Lighthouse has no performance category.');
  const auditRefs = performance.auditRefs.filter(({ id }) => !skippedAudits.has(id));
  const wanted = new Set(auditRefs.map(({ id }) => id));
  return {
    artifacts: (defaults.artifacts ?? []).filter(({ id }) => !skippedArtifacts.has(id)),
    audits: (defaults.audits ?? []).filter((audit) => wanted.has(idOf(audit))),
    categories: { performance: { ...performance, auditRefs } },
    groups: defaults.groups ?? {},
    settings: {
      ...defaults.settings,
      disableFullPageScreenshot: true,
      maxWaitForLoad: 35_000,
      pauseAfterFcpMs: 0,
      pauseAfterLoadMs: 0,
      networkQuietThresholdMs: 500,
      cpuQuietThresholdMs: 500,
    },
  };
}

/** `metrics/speed-index` -> `speed-index` */
function idOf(audit: NonNullable<Config['audits']>[number]): string {
  const path = typeof audit === 'string' ? audit : 'path' in audit ? audit.path : '';
  return path.slice(path.lastIndexOf('/') + 1);
}
