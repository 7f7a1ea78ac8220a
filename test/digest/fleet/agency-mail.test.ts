import { describe, expect, it } from 'vitest';
import { renderAgencyMail } from '../../../functions/digest/fleet/render-agency-mail.ts';
import { formatsFor } from '../../../functions/digest/formats.ts';
import { wordFirstWeek } from '../../../functions/digest/word-week.ts';
import { fleetWeek, type Standing, standingOf, unknownStanding } from '../../../shared/evaluation/fleet/standings.ts';
import { lastFullWeek } from '../../../shared/evaluation/week/week.ts';
import { languages } from '../../../shared/model/language.ts';
import { lightCounts } from './light-counts.ts';

const now = '2026-11-23T08:00:00.000Z';
const week = lastFullWeek(now, 'Europe/Kyiv');
const wording = { agency: 'North Studio', timeZone: 'Europe/Kyiv', week, now };

const business = (id: string, lights: Partial<Record<'red' | 'yellow' | 'green' | 'unknown', number>>, runs = 100) =>
  standingOf(id, { business: id, lights: lightCounts(lights), runs, touchpoints: [] }, `${id} says.`);

const standings: Standing[] = [
  business('well', { green: 3 }),
  business('grey', { green: 2, unknown: 1 }),
  business('yellow', { yellow: 2, green: 9 }),
  business('one-red', { red: 1, green: 9 }),
  business('two-reds', { red: 2 }),
  business('never', {}, 0),
  unknownStanding('florist', 'florist', 'broken', 'florist.yaml has 1 fault.'),
  unknownStanding('dentist', 'Dentist', 'failed', 'The week could not be read.'),
];

describe("the agency's week", () => {
  it('has those who need it first, the worst first, and what is not known apart from what is well', () => {
    const { all, need, broken, unmeasured, well } = fleetWeek(standings);
    const ids = (of: readonly Standing[]): string[] => of.map(({ id }) => id);
    expect(all).toBe(8);
    expect(ids(need)).toEqual(['two-reds', 'one-red', 'yellow']);
    expect(ids(broken)).toEqual(['florist']);
    expect(ids(unmeasured)).toEqual(['dentist', 'grey', 'never']);
    expect(ids(well)).toEqual(['well']);
  });

  it('green lights without a single run are not well', () => {
    expect(business('asleep', { green: 1 }, 0).state).toBe('unmeasured');
  });

  it('green lights of today do not make well a week of which a day was not measured: so says the own mail, too', () => {
    const day = (date: string, light: 'green' | 'unknown') => ({ date, light });
    const standingWith = (light: 'green' | 'unknown') => {
      const touchpoints = [{ measurementGaps: [], strip: [day('2026-11-16', 'green'), day('2026-11-17', light)] }];
      return standingOf('bakery', { business: 'Bakery', lights: lightCounts({ green: 1 }), runs: 9, touchpoints }, '');
    };
    expect(standingWith('green').state).toBe('well');
    expect(standingWith('unknown')).toMatchObject({ state: 'unmeasured', light: 'unknown' });
  });
});

describe("the agency's mail", () => {
  it.each([
    ['en', 'North Studio: 3 of 8 need your attention', '4 more could not be measured'],
    ['uk', 'North Studio: 3 з 8 потребують вашої уваги', 'Ще 4 виміряти не вдалося'],
    ['ru', 'North Studio: 3 из 8 требуют вашего внимания', 'Ещё 4 измерить не удалось'],
  ] as const)(
    'in %s says how many need attention, and how many could not be measured',
    (language, subject, unknown) => {
      const mail = renderAgencyMail(fleetWeek(standings), { ...wording, language });
      expect(mail.subject).toBe(subject);
      expect(mail.text).toContain(unknown);
      expect(mail.text).toContain('■ two-reds: two-reds says.');
      expect(mail.text).toContain('○ florist: florist.yaml has 1 fault.');
      // Who is well needs no words.
      expect(mail.text).toContain('● well\n');
    },
  );

  it.each([
    ['en', '● salon: First week: monitoring started on 21 November, so there is no earlier week to compare with.'],
    ['uk', '● salon: Перший тиждень: спостерігаємо з 21 листопада, тож порівняти ще немає з чим.'],
    ['ru', '● salon: Первая неделя: наблюдаем с 21 ноября, поэтому сравнить ещё не с чем.'],
  ] as const)(
    'in %s says of a green business that came on Saturday since when it has been watched',
    (language, line) => {
      const says =
        wordFirstWeek({ watchedSince: '2026-11-21', runs: 9 }, formatsFor(language, 'Europe/Kyiv', now)) ?? '';
      const measured = { lights: lightCounts({ green: 1 }), runs: 9, touchpoints: [] };
      const came = standingOf('salon', { business: 'salon', ...measured }, 'All green.', { since: '2026-11-21', says });
      const { text } = renderAgencyMail(fleetWeek([came, business('bakery', { green: 3 })]), { ...wording, language });
      expect(text).toContain(`● bakery\n${line}\n`);
    },
  );

  it.each(languages)('in %s never says that all is well while something is not known', (language) => {
    const known = renderAgencyMail(fleetWeek([business('well', { green: 3 })]), { ...wording, language });
    const unknown = renderAgencyMail(fleetWeek([business('well', { green: 3 }), business('grey', { unknown: 1 })]), {
      ...wording,
      language,
    });
    expect(unknown.subject).not.toContain(known.subject);
    expect(known.html).toContain('●');
    expect(unknown.html).toContain('○');
  });

  it('of 10,000 businesses fits into a mail, and says how many are not shown', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      standingOf(
        `business-${n}`,
        {
          business: `Business ${n}`,
          lights: lightCounts(n % 3 === 0 ? { red: 1 } : { green: 1 }),
          runs: 9,
          touchpoints: [],
        },
        `Worst: the contact form has returned HTTP 500 for ${n} hours, since Monday, and nobody could write.`,
      ),
    );
    const { html, subject, text } = renderAgencyMail(fleetWeek(many), { ...wording, language: 'en' });
    expect(subject).toBe('North Studio: 3,334 of 10,000 need your attention');
    expect(text).toContain('and 3,274 more');
    expect(Buffer.byteLength(html)).toBeLessThan(96_000);
  });

  it('shows what files say and no markup of theirs', () => {
    const evil = unknownStanding('evil', '<script>alert(1)</script>', 'failed', '<img src=x>');
    const { html } = renderAgencyMail(fleetWeek([evil]), { ...wording, language: 'en' });
    expect(html).not.toMatch(/<script|<img/);
  });
});
