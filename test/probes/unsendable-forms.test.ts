import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, lookForForm, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

/** Nothing here asks how fast its visitors are. */
const brisk = { rehearseMs: 0, submitMs: 0, againMs: 0 };
const site = (form: string): Site => ({
  '/': page(`<h2>Write to us</h2>${form}`),
  '/send': '<h1>Thank you, we have received your message</h1>',
});
const within = (more: string): string => contactForm.replace('<button', `${more}<button`);
const hidden = (control: string): string =>
  within(`<div style="display:none"><label>Company VAT number ${control}</label></div>`);
const select = '<label>Branch <select name=branch required><option value="">Please choose</select></label>';
const branch = (options = ''): string => within(select.replace('</select>', `${options}</select>`));
const off = (inner: string): string =>
  contactForm.replace(/(<form[^>]*>)(.*)(<\/form>)/s, `$1<fieldset disabled>$2${inner}</fieldset>$3`);

// Public reports of forms that browsers refuse without a word: custom-contact-forms#343, ninja-forms#3195.
describe.concurrent('a form that nobody can send is dead', { timeout: 90_000 }, () => {
  it.each([
    [
      'a required field is in a hidden box',
      hidden('<input name=vat required>'),
      /insists on the field "Company VAT number"/,
    ],
    [
      'a required text is hidden itself',
      within('<textarea name=more aria-label="More" required hidden></textarea>'),
      /no visitor can see/,
    ],
    ['all of its fields are disabled together', off(''), /switched off/],
    ['a required drop-down never gets its entries', branch(), /"Branch.*", which offers nothing to choose/],
    [
      'every entry of a required drop-down is switched off',
      branch('<option value=a disabled>Austin</option>'),
      /nothing to choose/,
    ],
    [
      'every entry stands in a group that is switched off',
      branch('<optgroup label=Texas disabled><option value=a>Austin</option></optgroup>'),
      /nothing to choose/,
    ],
    [
      'the least number is above the greatest',
      within('<label>Guests <input name=n type=number min=10 max=2 required></label>'),
      /"Guests", but accepts no value/,
    ],
    [
      'the first day is after the last',
      within('<label>Day <input name=d type=date min=2031-01-01 max=2021-01-01 required></label>'),
      /"Day", but accepts no value/,
    ],
    [
      'a text may not be as long as it must be',
      within('<label>Card <input name=card minlength=12 maxlength=8 required></label>'),
      /"Card", but accepts no value/,
    ],
    ['each of its fields is disabled', contactForm.replaceAll(' required', ' disabled'), /switched off/],
  ])('when %s', async (_, form, expected) => {
    const { outcome, cause, reason, hits } = await lookForForm(site(form), browser, {}, { pace: brisk });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'form-does-nothing' });
    expect(reason).toMatch(expected);
    expect(hits.filter((hit) => hit.startsWith('POST'))).toEqual([]);
  });

  it.each([
    [
      'a choice may bring the hidden field out',
      hidden('<input name=vat required>').replace(
        '<button',
        '<label>You are <select name=k><option>a person<option>a company</select></label><button',
      ),
      'unknown',
    ],
    [
      'the browser is told not to check',
      hidden('<input name=vat required>').replace('<form', '<form novalidate'),
      'measured',
    ],
    [
      'a script enables the fields',
      `${off('')}<script>setTimeout(() => document.querySelector('fieldset').removeAttribute('disabled'), 300)</script>`,
      'measured',
    ],
    [
      'one field alone is disabled',
      within('<label>Customer number <input name=no disabled value=1></label>'),
      'measured',
    ],
    [
      'the entries of a drop-down come late',
      `${branch()}<script>setTimeout(() => document.querySelector('select').add(new Option('Austin', 'a')), 2500)</script>`,
      'measured',
    ],
    [
      'the entries come when the drop-down is opened',
      `${branch()}<script>document.querySelector('select').onmousedown = (e) => e.target.length > 1 || e.target.add(new Option('Austin', 'a'))</script>`,
      'measured',
    ],
    [
      'the entries come after another choice',
      `${within(`<label>State <select name=s required><option value="">Choose<option>TX</select></label>${select}`)}<script>document.querySelector('[name=s]').onchange = () => setTimeout(() => document.querySelector('[name=branch]').add(new Option('Austin', 'a')), 2500)</script>`,
      'measured',
    ],
    ['the drop-down may stay empty', branch().replace('name=branch required', 'name=branch'), 'measured'],
    [
      'a script draws the drop-down itself',
      within('<div style="width:1px;height:1px;overflow:hidden"><select name=b required></select></div>'),
      'unknown',
    ],
    ['the hidden field is not required', hidden('<input name=vat>'), 'measured'],
  ])('but not when %s', { timeout: 90_000 }, async (_, form, expected) => {
    const { outcome, reason } = await lookForForm(site(form), browser, {}, { pace: brisk });
    expect(outcome, reason).toBe(expected);
  });
});
