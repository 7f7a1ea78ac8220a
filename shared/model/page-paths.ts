/** The addresses of the live page that links outside of it lead to. */

/** Behind it stands a signed link's token. */
export const signInPath = '/in';
/** Where a signed link leads to. */
export const targetParameter = 'to';

export function checkPath(checkId: string): string {
  return `/check?${new URLSearchParams({ id: checkId })}`;
}

/** @param openedAt identifies the incident together with the check */
export function incidentPath(checkId: string, openedAt: string): string {
  return `/incident?${new URLSearchParams({ check: checkId, opened: openedAt })}`;
}
