import type { AskBrowser } from '../../functions/probe-availability/second-opinion.ts';

const patienceMs = 10_000;

/** Opens an address in a browser of its own, for the plain request that could not read what came. */
export const askBrowser: AskBrowser = async (url, signal) => {
  const { openVisit } = await import('../../shared/browser/visit.ts');
  const visit = await openVisit({ url, device: 'desktop', throttled: false, signal, loadTimeoutMs: patienceMs });
  await visit.close();
  return visit.landing;
};
