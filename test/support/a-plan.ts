import {
  type Plan,
  planNotifications,
  type Situation,
} from '../../shared/evaluation/notifications/plan-notifications.ts';
import type { Sent } from '../../shared/model/notification.ts';
import { aCheck } from './a-check.ts';
import { anIncident, aStatus } from './a-status.ts';
import { weekdaysNineToSix } from './a-world.ts';
import { aCause } from './said.ts';

/** A Monday, noon in Kyiv. */
export const now = '2026-11-23T10:00:00.000Z';
/** When the incidents of this file and of the builders opened. */
export const openedAt = '2026-11-23T09:05:00.000Z';
export const checkId = 'website/page-load@mobile';

/** The page is too slow, which is not sent yet. */
export const redPage = aStatus({ light: 'red', badStreak: 3, goodStreak: 0, incident: anIncident() });
/** The site does not answer at all, which is not sent yet. */
export const deadSite = aStatus({
  checkId: 'website/availability',
  light: 'red',
  badStreak: 3,
  goodStreak: 0,
  incident: anIncident({
    checkId: 'website/availability',
    cause: 'unreachable',
    finding: aCause('The website does not answer.', 'unreachable'),
  }),
});

/** What would be sent now about a website with three checks that nobody has heard anything about. */
export function plan(situation: Partial<Situation>): Plan {
  return planNotifications({
    touchpointId: 'website',
    statuses: [],
    incidents: [],
    sent: [],
    checks: [aCheck(), aCheck({ id: 'website/availability' }), aCheck({ id: 'website/form' })],
    calendar: weekdaysNineToSix,
    maintenance: [],
    now,
    ...situation,
  });
}

/** That the slow page was sent when it opened, unless overridden. */
export function aSent(overrides: Partial<Sent> = {}): Sent {
  return {
    touchpointId: 'website',
    checkId,
    subjectAt: openedAt,
    reason: 'opened',
    n: 1,
    light: 'red',
    sentAt: '2026-11-23T09:06:00.000Z',
    ...overrides,
  };
}
