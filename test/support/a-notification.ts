import type { Notice, Notification } from '../../shared/model/notification.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { anIncident } from './a-status.ts';
import { aCause } from './said.ts';

/** That the contact form's address has answered 500 since Monday 2026-11-23, 09:00Z, confirmed at 09:05Z, unless overridden. */
export function aNotice(overrides: Partial<Notice> = {}): Notice {
  const checkId = overrides.checkId ?? 'website/form';
  const incident = anIncident({
    checkId,
    finding: aCause(
      sayForm('form/endpoint-broken', { status: 500, url: 'https://coffeelab.example/send' }),
      'form-error',
    ),
    cause: 'form-error',
    evidence: ['.touchlight/evidence/website_form/2026-11-23T09-05-00.000Z-screenshot.png'],
  });
  return {
    checkId,
    reason: 'opened',
    light: 'red',
    subjectAt: '2026-11-23T09:05:00.000Z',
    n: 1,
    incident,
    ...overrides,
  };
}

/** One notice, sent at 09:06Z, unless overridden. Light and reason are those of the first notice. */
export function aNotification(overrides: Partial<Notification> = {}): Notification {
  const notices = overrides.notices ?? [aNotice()];
  return {
    touchpointId: 'website',
    light: notices[0]?.light ?? 'red',
    reason: notices[0]?.reason ?? 'opened',
    createdAt: '2026-11-23T09:06:00.000Z',
    notices,
    ...overrides,
  };
}
