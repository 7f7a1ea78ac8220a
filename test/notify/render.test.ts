import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reader, renderNotification } from '../../functions/notify/render.ts';
import { noticeText } from '../../shared/evaluation/notifications/notice-text.ts';
import { responseWords } from '../../shared/i18n/responses.ts';
import { type Language, languages } from '../../shared/model/business.ts';
import type { Notice, Notification } from '../../shared/model/notification.ts';
import { notificationSchema } from '../../shared/model/notification.ts';
import { toldReasons } from '../../shared/model/reason.ts';
import { probeSpecs } from '../../shared/probes/index.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { unmeasured } from './unmeasured.ts';

const timeZone = 'Europe/Kyiv';
const goldens = 'test/golden/alerts';

const slow = anIncident({
  checkId: 'website/page-load:/prices@mobile',
  light: 'yellow',
  worstLight: 'yellow',
  actual: '3.1 s',
  comparison: { value: 3100, bound: 2500, side: 'at-most' },
});
const slowReason = 'The main content is visible after 3.1 s (expected at most 2.5 s).';
const aSlowPage = (overrides: Partial<Notice> = {}): Notice =>
  aNotice({
    checkId: slow.checkId,
    light: 'yellow',
    incident: { ...slow, reason: slowReason },
    text: slowReason,
    ...overrides,
  });
const resolved = anIncident({ ...aNotice().incident, state: 'resolved', resolvedAt: '2026-11-23T11:05:00.000Z' });

const wrongPhone = 'The page shows +380 44 765 43 21 instead of +380 44 123 45 67.';
const aWrongPhone: Notice = aNotice({
  checkId: 'website/contacts@mobile',
  incident: anIncident({
    checkId: 'website/contacts@mobile',
    reason: wrongPhone,
    expected: 'none',
    actual: '1',
    measurement: 'expectedWrong',
    comparison: { value: 1, bound: 0, side: 'at-most' },
  }),
  text: wrongPhone,
});
const siteDown = 'coffeelab.example refuses the connection: no web server is listening there.';
const aSiteDown: Notice = aNotice({
  checkId: 'website/availability',
  incident: anIncident({
    checkId: 'website/availability',
    reason: siteDown,
    expected: 'The website answers',
    actual: siteDown,
    measurement: null,
    cause: 'unreachable',
  }),
  text: `${siteDown} Also affected: website/page-load@mobile, website/form.`,
  alsoAffected: ['website/page-load@mobile', 'website/form'],
});
/** Grey since 08:00 in Kyiv, and told three hours later. */
const aBlindness = (checkId: string, cause: string, reason: string): Notice => {
  const unknownSince = '2026-11-23T06:00:00.000Z';
  const status = aStatus({ checkId, light: 'unknown', unknownSince, lastReason: reason });
  return aNotice({
    ...{ checkId, reason: 'blind', light: 'unknown', subjectAt: unknownSince, incident: null },
    text: noticeText.blind(status),
    blindness: { cause, reason },
  });
};
const aBotWall = (checkId: string) => aBlindness(checkId, 'bot-wall', 'A bot wall stood before the page.');
const aSight = (light: Notice['light'], lastReason: string): Notice =>
  aNotice({ reason: 'sighted', light, incident: null, text: noticeText.sighted(aStatus({ lastReason })) });
const broken = anIncident({ ...aNotice().incident });
const verySlowReason = 'The main content is visible after 6.1 s (expected at most 2.5 s).';
const verySlow = anIncident({
  ...slow,
  ...{ light: 'red', worstLight: 'red', reason: verySlowReason, actual: '6.1 s' },
  comparison: { value: 6140, bound: 2500, side: 'at-most' },
});

/** Every kind of message, as ops would get it. */
const kinds: Readonly<Record<string, Notification>> = {
  opened: aNotification(),
  'opened-site-down': aNotification({ notices: [aSiteDown] }),
  'opened-wrong-phone': aNotification({ notices: [aWrongPhone] }),
  'opened-in-three-checks': aNotification({
    notices: [aNotice(), aSlowPage(), aBotWall('website/contacts@mobile')],
  }),
  'opened-the-day-before': aNotification({ createdAt: '2026-11-24T06:00:00.000Z', notices: [aSlowPage()] }),
  worsened: aNotification({
    notices: [aNotice({ reason: 'worsened', text: noticeText.worsened(broken) })],
  }),
  'worsened-slow-page': aNotification({
    notices: [
      aNotice({ checkId: slow.checkId, reason: 'worsened', incident: verySlow, text: noticeText.worsened(verySlow) }),
    ],
  }),
  reminder: aNotification({
    createdAt: '2026-11-25T09:06:00.000Z',
    notices: [aNotice({ reason: 'reminder', n: 2, text: noticeText.reminder(broken, '2026-11-25T09:06:00.000Z') })],
  }),
  resolved: aNotification({
    createdAt: '2026-11-23T11:06:00.000Z',
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'green',
        incident: resolved,
        text: noticeText.resolved(resolved),
      }),
    ],
  }),
  removed: aNotification({
    notices: [
      aNotice({
        reason: 'resolved',
        light: 'unknown',
        text: noticeText.removed(broken),
      }),
    ],
  }),
  stable: aNotification({
    notices: [aNotice({ reason: 'resolved', light: 'green', incident: null, text: noticeText.stable() })],
  }),
  blind: aNotification({ notices: [aBotWall('website/form')] }),
  'blind-without-access': aNotification({
    touchpointId: 'facebook',
    notices: [aBlindness('facebook/responses', 'auth', 'Facebook does not accept the token: it has expired.')],
  }),
  ...unmeasured(broken, resolved),
  sighted: aNotification({ notices: [aSight('green', 'The form works.')] }),
  'sighted-and-ill': aNotification({ notices: [aSight('red', 'The contact form answers 500.')] }),
  flapping: aNotification({
    notices: [
      aNotice({
        reason: 'flapping',
        text: noticeText.flapping(5, 20),
        changes: { count: 5, runs: 20 },
      }),
    ],
  }),
};

/** A poll writes this in the business's own language, so that each language has its own notification. */
function aNudge(language: Language): Notification {
  const words = responseWords[language];
  const answerBy = words.moment('2026-11-23T11:20:00.000Z', timeZone);
  const wait = { link: 'https://www.facebook.com/555/posts/1001?comment_id=7', waited: 190, answerBy };
  return aNotification({
    touchpointId: 'facebook',
    notices: [
      aNotice({
        checkId: 'facebook/responses',
        reason: 'nudge',
        light: 'yellow',
        incident: null,
        text: words.nudge([wait], 2),
      }),
    ],
  });
}

const kindsIn = (language: Language): Readonly<Record<string, Notification>> => ({
  ...kinds,
  'opened-in-the-account': aNotification({ notices: [aNotice({ incident: { ...broken, evidence: [evidence] } })] }),
  nudge: aNudge(language),
});
const evidence = 'evidence/website/form/2026-11-23T09%3A05%3A00.000Z/screenshot.png';
/** As the deployed notify step says it. */
const inTheAccount: Pick<Reader, 'evidenceAt'> = { evidenceAt: (reference) => `s3://touchlight-evidence/${reference}` };

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
    expect(subject).toBe('RED website: the contact form answers 500 since 04:00');
  });
});

describe('an alert about a page that wants to be read otherwise', () => {
  const aNoticeSaying = (reason: string, checkId = 'website/form') =>
    aNotification({
      notices: [aNotice({ checkId, incident: anIncident({ checkId, reason, actual: reason }), text: reason })],
    });

  it('keeps the page’s line breaks, control and direction characters out', () => {
    const forged = 'The page shows "Call\r\nWhat to do: call +1 900\u2028\u0007\u202Efdp.exe".';
    const { subject, text, sms } = renderNotification(aNoticeSaying(forged), { language: 'en', timeZone });
    expect(subject).toBe('RED website: the page shows "Call What to do: call +1 900 fdp.exe" since 11:00');
    expect(sms).toBe(subject);
    expect(text.split('\n').filter((line) => line.startsWith('What to do:'))).toHaveLength(1);
    for (const character of ['\r', '\u2028', '\u0007', '\u202E']) expect(text).not.toContain(character);
  });

  it('spells other scripts in ASCII for the subject and leaves them alone in the body', () => {
    const { subject, text } = renderNotification(aNoticeSaying('The page shows “Зв’яжіться з нами, Щука” — 电话.'), {
      language: 'uk',
      timeZone,
    });
    expect(subject).toBe(`RED website: the page shows "Zv'iazhitsia z namy, Shchuka" - ? since 11:00`);
    expect(text).toContain('“Зв’яжіться з нами, Щука” — 电话');
  });

  it.each([
    [
      'The address that the form sends to answers 500 (http://127.0.0.1:8080/contact).',
      'the address that the form sends to answers 500',
    ],
    [
      'No answer for 29 h to https://www.facebook.com/555/posts/1001, due by Wed 13:00.',
      'no answer for 29 h, due by Wed 13:00',
    ],
    ['https://coffeelab.example/ answers 404 Not Found instead of a page.', 'answers 404 Not Found instead of a page'],
  ])('leaves addresses to the body: %s', (reason, fact) => {
    const notice = aNotice({ text: reason, incident: { ...anIncident(), reason } });
    const { subject, text } = renderNotification(aNotification({ notices: [notice] }), { language: 'en', timeZone });
    expect(subject).toMatch(new RegExp(`^RED website: ${fact} since `));
    expect(text).toContain(reason);
  });

  it('keeps light, touchpoint and time when the fact is long', () => {
    const { subject, sms } = renderNotification(aNoticeSaying(`The page says ${'very '.repeat(100)}much.`), {
      language: 'en',
      timeZone,
    });
    expect(subject).toMatch(/^RED website: the page says very .*\.\.\. since 11:00$/);
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
      told: fc.constantFrom(...toldReasons),
      language: fc.constantFrom(...languages),
      others: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(anything, ({ reason, touchpoint, page, told, language, others }) => {
        const checkId = `${touchpoint}/page-load:/${page}@mobile`;
        const notice = aNotice({
          checkId,
          reason: told,
          incident: anIncident({ checkId, reason, actual: reason }),
          text: reason,
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

describe('the runbook', () => {
  const headings = new Set(
    readFileSync('docs/runbook.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3).toLowerCase().replaceAll(' ', '-')),
  );

  it('has a heading for every reason that somebody is told about', () => {
    expect([...headings]).toEqual(expect.arrayContaining(toldReasons.map((reason) => `reason-${reason}`)));
  });

  for (const { id, step } of Object.values(probeSpecs)) {
    it(`and the alert lead to the file that measured ${id} in one step`, () => {
      const { text } = renderNotification(aNotification({ notices: [aNotice({ checkId: `website/${id}` })] }), {
        language: 'en',
        timeZone,
      });
      expect(text).toContain(`\nMeasured by: functions/${step}/${id}/probe.ts\n`);
      expect(existsSync(`functions/${step}/${id}/probe.ts`)).toBe(true);
      expect(text).toContain(`\nRunbook: docs/runbook.md#probe-${id}, #reason-opened`);
      expect(headings).toContain(`probe-${id}`);
    });
  }
});
