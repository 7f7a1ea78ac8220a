import { signInPath } from '../../shared/model/page-paths.ts';

export { checkPath, incidentPath } from '../../shared/model/page-paths.ts';

/** The page's addresses. Ids are parameters, because they hold slashes of their own. */
export const paths = {
  overview: '/',
  touchpoint: '/touchpoint',
  check: '/check',
  incident: '/incident',
  weeks: '/weeks',
  week: '/week',
  evidence: '/evidence',
  acknowledge: '/acknowledge',
  withdraw: '/withdraw',
  startMaintenance: '/maintenance/start',
  endMaintenance: '/maintenance/end',
  run: '/run',
  score: '/score',
  plan: '/plan',
  planTake: '/plan/take',
  planDone: '/plan/done',
  planDrop: '/plan/drop',
  planReopen: '/plan/reopen',
  /** Behind it stands a signed link's token. */
  signIn: signInPath,
  signOut: '/out',
  /** By the company's own provider, and where that sends the browser back to. */
  providerSignIn: '/sign-in',
  providerReturn: '/sign-in/back',
  publicPage: '/public',
  publicFeed: '/public/feed.atom',
  publicStatus: '/public/status.json',
  styles: '/page.css',
  script: '/page.js',
} as const;

export function touchpointPath(touchpointId: string): string {
  return `${paths.touchpoint}?${new URLSearchParams({ id: touchpointId })}`;
}

/** Where operators fill in a scorecard of a touchpoint that people assess. */
export function scorePath(touchpointId: string): string {
  return `${paths.score}?${new URLSearchParams({ id: touchpointId })}`;
}

/** @param reference as a result keeps it: a file's path or a key in the bucket */
export function evidencePath(reference: string): string {
  return `${paths.evidence}?${new URLSearchParams({ ref: reference })}`;
}
