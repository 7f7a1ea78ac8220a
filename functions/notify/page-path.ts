import type { Notice } from '../../shared/model/notification.ts';
import { checkPath, incidentPath } from '../../shared/model/page-paths.ts';

/** Where the live page shows what a notice is about: its incident where there is one, otherwise its check. */
export function pathOf({ checkId, incident }: Pick<Notice, 'checkId' | 'incident'>): string {
  const openedAt = incident?.openedAt ?? null;
  return openedAt === null ? checkPath(checkId) : incidentPath(checkId, openedAt);
}
