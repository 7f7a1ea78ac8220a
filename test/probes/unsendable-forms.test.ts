import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, lookForForm, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const site = (form: string): Site => ({
  '/': page(`<h2>Write to us</h2>${form}`),
  '/send': '<h1>Thank you, we have received your message</h1>',
});
const within = (more: string): string => contactForm.replace('<button', `${more}<button`);
const hidden = (control: string): string =>
  within(`<div style="display:none"><label>Company VAT number ${control}</label></div>`);
const off = (inner: string): string =>
  contactForm.replace(/(<form[^>]*>)(.*)(<\/form>)/s, `$1<fieldset disabled>$2${inner}</fieldset>$3`);

// Public reports of forms that browsers refuse without a word: custom-contact-forms#343, ninja-forms#3195.
describe.concurrent('a form that nobody can send is dead', () => {
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
    ['each of its fields is disabled', contactForm.replaceAll(' required', ' disabled'), /switched off/],
  ])('when %s', async (_, form, expected) => {
    const { outcome, cause, reason, hits } = await lookForForm(site(form), browser);
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
    ['the hidden field is not required', hidden('<input name=vat>'), 'measured'],
  ])('but not when %s', async (_, form, expected) => {
    const { outcome, reason } = await lookForForm(site(form), browser);
    expect(outcome, reason).toBe(expected);
  });
});
