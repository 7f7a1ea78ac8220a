import type { ServerResponse } from 'node:http';
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
    [
      'a required drop-down is in a hidden box',
      hidden('<select name=trade required><option value="">Choose<option>Roofs</select>'),
      /insists on the field "Company VAT number/,
    ],
    [
      'a form of many choices that nobody sees insists on one',
      within(
        '<div hidden><label>Kind <select name=k required><option value="">-<option>A</select></label><label>Size <select name=z><option>S</select></label></div>',
      ),
      /insists on the field "Kind/,
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
      'the hidden field stands in a part that can be unfolded',
      within('<details><summary>About your company</summary><label>VAT <input name=vat required></label></details>'),
      'unknown',
    ],
    [
      'a script draws the hidden drop-down itself',
      within(
        '<div><select name=trade required style="display:none"><option value="">Choose<option>Roofs</select><div class=drawn>Choose a trade</div></div>',
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

const guarded = (script: string, drawn = ''): string =>
  `${within(`<div class=captcha>${drawn}</div>`).replace('<button', '<button id=send disabled')}<script>window.onCaptcha = () => { document.querySelector('#send').disabled = false }</script>${script}`;
const from = (path: string): string => `<script src="${path}?onload=onCaptcha" async></script>`;
const replying = (status: number) => (_: unknown, response: ServerResponse) => void response.writeHead(status).end();

// Public reports: custom-contact-forms#51, 18F/identity-idp#10449.
describe.concurrent('a form that waits for a captcha', { timeout: 90_000 }, () => {
  it.each([404, 410, 500])('is dead where the server answers %i for its script', async (status) => {
    const pages = { '/': page(guarded(from('/captcha/api.js'))), '/captcha/api.js': replying(status) };
    const { outcome, cause, reason } = await lookForForm(pages, browser, {}, { pace: brisk });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'form-does-nothing' });
    expect(reason).toContain('waits for a captcha that never appears');
    expect(reason).toMatch(new RegExp(`returns HTTP ${status} \\(.*/captcha/api.js\\)`));
  });

  it.each<[string, Site]>([
    ['turns away robots alone', { '/': page(guarded(from('/captcha/api.js'))), '/captcha/api.js': replying(403) }],
    ['cannot be reached from here', { '/': page(guarded(from('https://captcha.invalid/api.js'))) }],
    [
      'has drawn it, and another script of the kind is gone',
      {
        '/': page(guarded(from('/captcha/api.js'), '<iframe src="/captcha/frame" width=300 height=80></iframe>')),
        '/captcha/frame': page('I am no robot'),
        '/captcha/api.js': replying(404),
      },
    ],
  ])('is grey where its server %s', async (_, pages) => {
    const { outcome, cause } = await lookForForm(pages, browser, {}, { pace: brisk });
    expect({ outcome, cause }).toEqual({ outcome: 'unknown', cause: 'captcha' });
  });
});
