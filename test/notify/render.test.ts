import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import { languages } from '../../shared/model/business.ts';
import { notificationSchema } from '../../shared/model/notification.ts';
import { aNotification } from '../support/a-notification.ts';
import { everyKind, inTheAccount, timeZone, withAPage } from './every-alert.ts';

const goldens = 'test/golden/alerts';

describe('an alert', () => {
  for (const language of languages) {
    for (const [kind, notification] of Object.entries(everyKind)) {
      it(`reads well: ${kind} in ${language}`, () => {
        const { subject, text, sms } = renderNotification(notificationSchema.parse(notification), {
          ...{ language, timeZone },
          ...(kind === 'opened-in-the-account' && inTheAccount),
          ...(kind.endsWith('with-a-page') && withAPage),
        });
        const message = `Subject: ${subject}\nSMS: ${sms}\n\n${text}`;
        const golden = `${goldens}/${kind}.${language}.txt`;
        if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, message);
        expect(message).toBe(readFileSync(golden, 'utf8'));
      });
    }
  }

  it('has no golden that nothing renders', () => {
    const rendered = Object.keys(everyKind).flatMap((kind) => languages.map((language) => `${kind}.${language}.txt`));
    expect(readdirSync(goldens).toSorted()).toEqual(rendered.toSorted());
  });

  it('carries itself as JSON for machines', () => {
    const { json } = renderNotification(aNotification(), { language: 'uk', timeZone });
    const [notice] = alertSchema.parse(JSON.parse(json)).notices;
    expect(notice).toMatchObject({ checkId: 'website/form', subjectAt: '2026-11-23T09:05:00.000Z', n: 1 });
    expect(notice?.incident).toMatchObject(aNotification().notices[0]?.incident ?? {});
    expect(notice?.text).toBe(
      'Повідомлення з форми губляться: адреса, на яку вона надсилає, відповідає помилкою 500 (https://coffeelab.example/send). Попросіть веброзробника перевірити цей сервер і його журнал помилок.',
    );
    expect(notice?.incident?.reason).toBe(notice?.text);
  });

  it('says for machines, too, that a check does not run', () => {
    const { json } = renderNotification(everyKind['silent'] ?? aNotification(), { language: 'en', timeZone });
    const [notice] = alertSchema.parse(JSON.parse(json)).notices;
    expect(notice?.blindness).toEqual({ cause: 'not-measured', reason: 'No longer measured.' });
    expect(notice?.text).toBe('No longer measured.');
  });

  it('carries the address of its incident on the live page, whole, for people and machines; an SMS has none', () => {
    const { text, json, sms } = renderNotification(aNotification(), { language: 'en', timeZone, ...withAPage });
    const [notice] = alertSchema.parse(JSON.parse(json)).notices;
    const page = new URL(notice?.page ?? '');
    expect(page.searchParams.get('to')).toBe('/incident?check=website%2Fform&opened=2026-11-23T09%3A05%3A00.000Z');
    expect(text).toContain(`Open or acknowledge: ${page.href}\n`);
    expect(sms).not.toContain('http');
  });

  it('leads to the check where there is no incident', () => {
    const { json } = renderNotification(everyKind['never-measured'] ?? aNotification(), {
      ...{ language: 'en', timeZone },
      ...withAPage,
    });
    const [notice] = alertSchema.parse(JSON.parse(json)).notices;
    expect(new URL(notice?.page ?? '').searchParams.get('to')).toBe(
      `/check?${new URLSearchParams({ id: notice?.checkId ?? '' })}`,
    );
  });

  it('without a live page has no address of one', () => {
    const { text, json } = renderNotification(aNotification(), { language: 'en', timeZone });
    expect(text).not.toContain('Open');
    expect(alertSchema.parse(JSON.parse(json)).notices[0]).not.toHaveProperty('page');
  });

  it('shows the time of the business', () => {
    const { subject } = renderNotification(aNotification(), { language: 'en', timeZone: 'America/New_York' });
    expect(subject).toBe("RED website: the form's endpoint returns HTTP 500, so messages are lost (since 04:00)");
  });
});
