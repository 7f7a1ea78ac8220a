import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { languages } from '../../shared/model/business.ts';
import { notificationSchema } from '../../shared/model/notification.ts';
import { aNotification } from '../support/a-notification.ts';
import { inTheAccount, kindsIn, timeZone } from './every-alert.ts';

const goldens = 'test/golden/alerts';

describe('an alert', () => {
  for (const language of languages) {
    for (const [kind, notification] of Object.entries(kindsIn(language))) {
      it(`reads well: ${kind} in ${language}`, () => {
        const { subject, text, sms } = renderNotification(notificationSchema.parse(notification), {
          ...{ language, timeZone },
          ...(kind === 'opened-in-the-account' && inTheAccount),
        });
        const message = `Subject: ${subject}\nSMS: ${sms}\n\n${text}`;
        const golden = `${goldens}/${kind}.${language}.txt`;
        if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, message);
        expect(message).toBe(readFileSync(golden, 'utf8'));
      });
    }
  }

  it('has no golden that nothing renders', () => {
    const rendered = Object.keys(kindsIn('en')).flatMap((kind) =>
      languages.map((language) => `${kind}.${language}.txt`),
    );
    expect(readdirSync(goldens).toSorted()).toEqual(rendered.toSorted());
  });

  it('carries itself as JSON for machines', () => {
    const { json } = renderNotification(aNotification(), { language: 'uk', timeZone });
    expect(notificationSchema.parse(JSON.parse(json))).toEqual(aNotification());
  });

  it('tells the time of the business', () => {
    const { subject } = renderNotification(aNotification(), { language: 'en', timeZone: 'America/New_York' });
    expect(subject).toBe('RED website: the contact form answers 500 (since 04:00)');
  });
});
