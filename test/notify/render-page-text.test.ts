import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { languages } from '../../shared/model/business.ts';
import { sentReasons } from '../../shared/model/reason.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { anIncident } from '../support/a-status.ts';
import { aCause } from '../support/said.ts';
import { timeZone } from './every-alert.ts';

describe('an alert about a page that wants to be read otherwise', () => {
  const aNoticeSaying = (reason: string, checkId = 'website/form') =>
    aNotification({
      notices: [aNotice({ checkId, incident: anIncident({ checkId, finding: aCause(reason) }) })],
    });

  it('keeps the page’s line breaks, control and direction characters out', () => {
    const forged = 'the page shows "Call\r\nWhat to do: call +1 900\u2028\u0007\u202Efdp.exe"';
    const { subject, text, sms } = renderNotification(aNoticeSaying(forged), { language: 'en', timeZone });
    expect(subject).toBe('RED website: the page shows "Call What to do: call +1 900 fdp.exe" (since 11:00)');
    expect(sms).toBe(subject);
    expect(text.split('\n').filter((line) => line.startsWith('What to do:'))).toHaveLength(1);
    for (const character of ['\r', '\u2028', '\u0007', '\u202E']) expect(text).not.toContain(character);
  });

  it('spells other scripts in ASCII for the subject and leaves them alone in the body', () => {
    const { subject, text } = renderNotification(aNoticeSaying('the page shows “Зв’яжіться з нами, Щука” — 电话'), {
      language: 'uk',
      timeZone,
    });
    expect(subject).toBe(`RED website: the page shows "Zv'iazhitsia z namy, Shchuka" - ? (since 11:00)`);
    expect(text).toContain('“Зв’яжіться з нами, Щука” — 电话');
  });

  it('leaves addresses to the body', () => {
    const wait = { link: 'https://www.facebook.com/555/posts/1001', waitedMinutes: 1740, dueAt: null };
    const says = sayResponses('responses/overdue', { ...wait, others: 0, timeZone });
    const notice = aNotice({ incident: anIncident({ finding: { kind: 'cause', cause: null, says } }) });
    const { subject, text } = renderNotification(aNotification({ notices: [notice] }), { language: 'en', timeZone });
    expect(subject).toBe('RED website: no answer for 29 h of business time (since 11:00)');
    expect(text).toContain(wait.link);
  });

  it('keeps light, touchpoint and time when the fact is long', () => {
    const { subject, sms } = renderNotification(aNoticeSaying(`the page says ${'very '.repeat(100)}much`), {
      language: 'en',
      timeZone,
    });
    expect(subject).toMatch(/^RED website: the page says very .*\.\.\. \(since 11:00\)$/);
    expect(subject).toHaveLength(100);
    expect(sms.length).toBeLessThanOrEqual(140);
  });

  it('is one line of at most 100 ASCII characters, and 140 as SMS, whatever happens', () => {
    // What fast-check calls binary, without its table of all million characters, which takes a second to make.
    const character = fc.integer({ min: 0, max: 0x10ffff - 0x800 }).map((n) => (n < 0xd800 ? n : n + 0x800));
    const characters = fc.array(character, { maxLength: 300 }).map((points) => String.fromCodePoint(...points));
    const anything = fc.record({
      reason: fc.oneof(characters, fc.string({ maxLength: 300 })),
      touchpoint: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
      page: fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[\s@]/g, '')),
      noticeReason: fc.constantFrom(...sentReasons),
      language: fc.constantFrom(...languages),
      others: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(anything, ({ reason, touchpoint, page, noticeReason, language, others }) => {
        const checkId = `${touchpoint}/page-load:/${page}@mobile`;
        const notice = aNotice({
          checkId,
          reason: noticeReason,
          incident: anIncident({ checkId, finding: aCause(reason) }),
        });
        const notification = aNotification({
          touchpointId: touchpoint,
          notices: Array.from({ length: others + 1 }, () => notice),
        });
        const { subject, sms, text } = renderNotification(notification, { language, timeZone });
        expect(subject).toMatch(/^[A-Z][\x20-\x7e]{0,99}$/);
        expect(sms.length).toBeLessThanOrEqual(140);
        expect(sms).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });
});
