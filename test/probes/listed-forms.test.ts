import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foundFormSchema } from '../../shared/model/found.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForForm, page } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const email = '<label>E-mail <input name=email type=email required></label>';
const message = '<label>Message <textarea name=message required></textarea></label>';
const rest = `${email}${message}<button>Send message</button>`;
const names = '<label>First name <input name=fname></label><label>Last name <input name=lname></label>';

async function listed(inner: string, before = '') {
  const { details } = await lookForForm(
    page(`<main>${before}<form method=post action=/send>${inner}</form></main>`),
    browser,
  );
  const [form] = z.array(foundFormSchema).parse(details['forms']);
  return { title: form?.title, fields: form?.fields.map(({ name }) => name) };
}

describe('the title of a form', () => {
  it.each([
    [
      'the question of one field',
      `<fieldset><legend>Name (required)</legend>${names}</fieldset>${rest}`,
      '',
      'Send message',
    ],
    [
      'the heading above it',
      `<fieldset><legend>Name (required)</legend>${names}</fieldset>${rest}`,
      '<h2>Write to us</h2>',
      'Write to us',
    ],
    [
      'the heading in it',
      `<fieldset><legend>Name *</legend>${names}</fieldset><h3>Your enquiry</h3>${rest}`,
      '',
      'Your enquiry',
    ],
    [
      'a question with choices',
      `<fieldset><legend>How did you find us?</legend><label><input type=radio name=how value=a> Web</label></fieldset>${rest}`,
      '<h2>Contact</h2>',
      'Contact',
    ],
    [
      'the last question',
      `${email}${message}<fieldset><legend>Call me on</legend><label><input type=checkbox name=mon> Monday</label></fieldset><button>Send message</button>`,
      '',
      'Send message',
    ],
    ['the legend of all of it', `<fieldset><legend>Write to us</legend>${names}${rest}</fieldset>`, '', 'Write to us'],
    [
      'the legend of all but what is hidden',
      `<input type=hidden name=token value=1><fieldset><legend>Write to us</legend>${names}${rest}</fieldset>`,
      '',
      'Write to us',
    ],
  ])('is not or is %s', async (_, inner, before, title) => {
    expect((await listed(inner, before)).title).toBe(title);
  });
});

describe('the fields of a form', () => {
  const offScreen = 'position:absolute;left:-5000px';
  it.each([
    ['website', `<input name=website style="${offScreen}" tabindex=-1>`],
    ['trap', `<div style="${offScreen}"><input name=trap></div>`],
    ['_gotcha', '<input name=_gotcha style="display:none">'],
    ['a honeypot', '<p hidden><label>Do not fill this in <input name=bot-field></label></p>'],
    ['hp', '<div style="opacity:0;height:0;overflow:hidden"><input name=hp></div>'],
    ['a box to leave empty', `<div style="${offScreen}"><label>Leave this field empty <input name=b_12></label></div>`],
    ['fax', `<input name=fax aria-hidden=true style="${offScreen}">`],
  ])('leave out the trap "%s"', async (_, trap) => {
    expect((await listed(`${names}${trap}${rest}`)).fields).toEqual(['fname', 'lname', 'email', 'message']);
  });

  it.each([
    ['a website that is asked', '<label>Website <input name=website></label>', 'website'],
    [
      'what appears on a choice',
      '<div style="display:none"><label>Company <input name=company></label></div>',
      'company',
    ],
  ])('keep %s', async (_, field, name) => {
    expect((await listed(`${names}${field}${rest}`)).fields).toContain(name);
  });
});
