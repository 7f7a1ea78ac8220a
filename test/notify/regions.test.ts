import { expect, test } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { say } from '../../shared/model/general-statements.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { anIncident } from '../support/a-status.ts';
import { aCause } from '../support/said.ts';

const silent = aCause('The site does not respond.', 'unreachable');
const checkId = 'website/availability';

function alertOf(incident: Partial<Incident>) {
  const whole = anIncident({ checkId, finding: silent, cause: 'unreachable', ...incident });
  const notice = aNotice({ checkId, light: whole.light, incident: whole });
  return renderNotification(aNotification({ notices: [notice] }), { language: 'en', timeZone: 'Europe/Kyiv' });
}

test('an alert about what fails from several regions says from which, and where it could not be checked', () => {
  const seenFrom = { fails: ['eu-west-1', 'eu-north-1'], unclear: ['us-east-1'] };
  const { text } = alertOf({ light: 'red', seenFrom });
  expect(text).toContain('\nRegions: fails from Ireland and Stockholm; could not be checked from Virginia\n');
  expect(alertOf({ light: 'red' }).text).not.toContain('Regions');
});

test('an alert about what fails from one region only says so in its first words, and asks for something else', () => {
  const [works, fails] = [['eu-north-1'], ['eu-west-1']];
  const says = say('general/one-region', { works, fails, unclear: [], why: say('general/site-silent', {}) });
  const finding = { kind: 'cause', cause: 'unreachable', says } as const;
  const { subject, text } = alertOf({ light: 'yellow', finding, seenFrom: { fails, unclear: [] } });
  expect(subject).toBe('YELLOW website: works from Stockholm, not from Ireland (since 11:00)');
  expect(text).toContain('What to do: Ask your hosting provider whether a firewall, a CDN or a block by country');
  expect(text).not.toContain('Regions');
});
