import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Check } from '../../shared/model/check.ts';
import { message, read, smallest, today } from './reading.ts';

function formsOf(lines: string): Check[] {
  const { touchpoints } = read(`${smallest}    checks:\n${lines}`);
  return touchpoints.flatMap(({ checks }) => checks.filter(({ probe }) => probe === 'form'));
}

function faultIn(lines: string): string {
  return message(parseConfiguration(`${smallest}    checks:\n${lines}`, 'touchpoints.yaml', today));
}

describe('forms that the file names', () => {
  it('are checks of their own, beside the main form', () => {
    const forms = formsOf('      form:/contact: { every: 1h }\n      form:/#callback:\n');
    expect(forms.map(({ id, page, url, everyMinutes }) => ({ id, page, url, everyMinutes }))).toEqual([
      { id: 'website/form', page: null, url: 'https://coffeelab.example', everyMinutes: 240 },
      { id: 'website/form:/contact', page: '/contact', url: 'https://coffeelab.example/contact', everyMinutes: 60 },
      {
        id: 'website/form:/#callback',
        page: '/#callback',
        url: 'https://coffeelab.example/#callback',
        everyMinutes: 240,
      },
    ]);
    expect(forms.map(({ options }) => options['page'])).toEqual([undefined, '/contact', '/#callback']);
    // The main form is told of them, so that it does not say that nobody tries them; one that is switched off was decided about, too.
    expect(forms.map((check) => check.namedForms)).toEqual([['/contact', '/#callback'], undefined, undefined]);
    expect(formsOf('      form:/contact: false\n')[0]?.namedForms).toEqual(['/contact']);
    expect(formsOf('      form: {}\n')[0]?.namedForms).toBeUndefined();
  });

  it('each have options, bounds and a policy of their own', () => {
    const [, contact, callback] = formsOf(
      '      form:/contact: { mode: submit, confirmation: Thanks, failuresToOpen: 3 }\n' +
        '      form:/#callback: { thresholds: { submitMs: { green: 1000, red: 2000 } } }\n',
    );
    expect(contact?.options).toMatchObject({ mode: 'submit', confirmation: 'Thanks' });
    expect(contact?.policy.failuresToOpen).toBe(3);
    expect(contact?.onlyWithin).toBeDefined();
    expect(callback?.options).toMatchObject({ mode: 'rehearse' });
    expect(callback?.thresholds['submitMs']).toEqual({ green: 1000, red: 2000 });
    expect(callback?.onlyWithin).toBeUndefined();
  });

  it('can be all that is checked', () => {
    expect(
      formsOf('      form: false\n      form:/contact: true\n      form:/order: false\n').map(({ id }) => id),
    ).toEqual(['website/form:/contact']);
  });

  it.each([
    ['      form:contact: {}\n', /"form:contact" is not a check of a website; did you mean "form:\/contact"\?/],
    [
      '      form://evil.example: {}\n',
      /"form:\/\/evil\.example" is not a check of a website; did you mean "form:\/evil\.example"\?/,
    ],
    ['      "form:/our contact": {}\n', /did you mean "form:\/ourcontact"\?/],
    ['      forms:/contact: {}\n', /"forms:\/contact" is not a check of a website/],
    ['      page-load:/contact: {}\n', /"page-load:\/contact" is not a check of a website/],
    ['      form:/contact: { page: /other }\n', /"page" is not a key of "form:\/contact"/],
    ['      form:/contact: { evry: 4h }\n', /"evry" is not a key of "form:\/contact"; did you mean "every"\?/],
    ['      form:/contact: { every: 7h }\n', /checks\.form:\/contact\.every/],
    ['      form:/contact: { mode: submit, every: 1h, outsideHours: true }\n', /more than maxPerDay \(8\) allows/],
    [
      '      form: { page: /contact }\n      form:/contact: {}\n',
      /is the form that form looks at already \(page: \/contact\)/,
    ],
  ])('%s is refused', (lines, sentence) => {
    expect(faultIn(lines)).toMatch(sentence);
  });
});
