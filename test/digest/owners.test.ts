import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import type { Language } from '../../shared/model/business.ts';
import { aWeek, type WeekName } from './some-weeks.ts';

/** Who is to do each thing of a week's action plan, where the file names owners of some touchpoints. */
function whoOf(name: WeekName, owners: Readonly<Record<string, string>>, language: Language = 'en'): string[] {
  const week = aWeek(name);
  const touchpoints = week.touchpoints.map((each) => {
    const owner = owners[each.id];
    return owner === undefined ? each : { ...each, owner };
  });
  return whoIn({ ...week, touchpoints }, language);
}

function whoIn(week: WeekSummary, language: Language): string[] {
  const { text } = renderMail(week, { language, reportUrl: null });
  const plan = text.slice(0, text.lastIndexOf({ en: 'Who:', uk: 'Хто:', ru: 'Кто:' }[language]) + 200);
  return [...plan.matchAll(/^ +(?:Who|Хто|Кто): (.+)$/gm)].map(([, who]) => who ?? '');
}

test('the owner of a touchpoint stands in the action plan', () => {
  expect(whoOf('one-red', { website: 'Olena Marchenko' })).toEqual(['Olena Marchenko']);
  expect(whoOf('one-red', { website: 'Олена Марченко' }, 'uk')).toEqual(['Олена Марченко']);
});

test('where nobody is named, the plan says whose work it is', () => {
  expect(whoOf('one-red', {})).toEqual(['your web developer']);
  expect(whoOf('one-red', { facebook: 'Olena' })).toEqual(['your web developer']);
});

test('what is wrong with measuring stays with the person who runs Touchlight', () => {
  expect(whoOf('dead-red', { website: 'Olena' })).toEqual(['the person who runs Touchlight']);
});

test('one thing to do at many sites names up to three owners, and whose work it is where there is none', () => {
  const week = aWeek('huge');
  const named = (owner: (n: number) => string | undefined): WeekSummary => ({
    ...week,
    touchpoints: week.touchpoints.map((each, n) => {
      const name = owner(n);
      return name === undefined ? each : { ...each, owner: name };
    }),
  });
  const [first] = whoIn(
    named((n) => `Owner ${n}`),
    'en',
  );
  expect(first).toMatch(/^Owner \d+, Owner \d+, Owner \d+ and \d+ more$/);
  expect(
    whoIn(
      named(() => 'Olena'),
      'en',
    )[0],
  ).toBe('Olena');
});
