/** The addresses of the live page that links outside of it lead to. */

/** Behind it stands a signed link's token. */
export const signInPath = '/in';
/** Where a signed link leads to. */
export const targetParameter = 'to';

/** Where a business's page begins: a fleet's pages share one address, and each has a path of its own. */
export function pageMount(business: string | null): string {
  return business === null ? '' : `/${business}`;
}

/** @param base where the pages are, without a path */
export function pageAddress(base: string, business: string | null): string {
  return new URL(`${pageMount(business)}/`, base).href;
}

/** Whose page a link opens: another business's link, or another stack's, is none of this one. */
export function pageAudience(stackName: string, business: string | null): string {
  return `${stackName}${pageMount(business)}`;
}

export function checkPath(checkId: string): string {
  return `/check?${new URLSearchParams({ id: checkId })}`;
}

/** @param openedAt identifies the incident together with the check */
export function incidentPath(checkId: string, openedAt: string): string {
  return `/incident?${new URLSearchParams({ check: checkId, opened: openedAt })}`;
}
