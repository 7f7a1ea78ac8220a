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
  /** Behind it stands a signed link's token. */
  signIn: '/in',
  signOut: '/out',
  publicPage: '/public',
  publicFeed: '/public/feed.atom',
  publicStatus: '/public/status.json',
  styles: '/page.css',
  script: '/page.js',
} as const;

export function touchpointPath(touchpointId: string): string {
  return `${paths.touchpoint}?${new URLSearchParams({ id: touchpointId })}`;
}

export function checkPath(checkId: string): string {
  return `${paths.check}?${new URLSearchParams({ id: checkId })}`;
}

/** @param openedAt identifies the incident together with the check */
export function incidentPath(checkId: string, openedAt: string): string {
  return `${paths.incident}?${new URLSearchParams({ check: checkId, opened: openedAt })}`;
}

/** @param reference as a result keeps it: a file's path or a key in the bucket */
export function evidencePath(reference: string): string {
  return `${paths.evidence}?${new URLSearchParams({ ref: reference })}`;
}
