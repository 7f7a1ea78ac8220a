import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForms } from '../../functions/probe-page/form/drafts.ts';
import { purposeOf, roleOf } from '../../functions/probe-page/form/purpose.ts';
import type { LaunchedBrowser } from '../../shared/browser/launch.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';

let browser: SharedBrowser;
let launched: LaunchedBrowser;
let page: Page;

beforeAll(async () => {
  browser = await aSharedBrowser();
  launched = await browser.launch();
  page = await launched.context.newPage();
});
afterAll(async () => {
  await launched.close();
  await browser.close();
});

async function read(body: string) {
  await page.setContent(`<!doctype html><html lang="en"><body>${body}</body></html>`);
  const [form] = await readForms(page.mainFrame());
  if (form === undefined) throw new Error('No form was read.');
  return {
    labels: form.fields.map(({ label }) => label),
    roles: form.fields.map(roleOf),
    seen: form.fields.map(({ seen }) => seen),
    purpose: purposeOf(form),
  };
}

const row = (field: string, caption: string): string => `<div>${field}${caption}</div>`;
const send = '<button type=submit>Send</button>';

describe('the caption of a field', () => {
  const first = (heading: string, field: string, more = ''): string =>
    `<form action="/send">${heading}${field}${more}${send}</form>`;

  it.each([
    ['floats in from behind the first field', '<h2>Your message to us</h2>', '<span>Full name</span>', 'Full name'],
    ['is a label without a field', '<h3>Write a message</h3>', '<label>Name</label>', 'Name'],
    ['is bare text', '<h2>Send a message</h2>', ' Name ', 'Name'],
    ['is bold', '<h2>Envía tu mensaje</h2>', '<b>Nombre</b>', 'Nombre'],
    ['comes after a drawing', '<h2>Ваше повідомлення</h2>', '<i></i><span>Ім’я</span>', 'Ім’я'],
    ['is in a box of its own', '<h4>Nachricht an uns</h4>', '<div>Vor- und Nachname</div>', 'Vor- und Nachname'],
    ['is a paragraph', '<legend>Votre message</legend>', '<p>Nom complet</p>', 'Nom complet'],
  ])('%s', async (_, heading, caption, label) => {
    const { labels, roles } = await read(first(heading, row('<input name="a">', caption)));
    expect(labels[0]).toBe(label);
    expect(roles[0]).toBe('name');
  });

  it.each([
    ['before the field, whatever stands behind it', '<p>Name</p>', '<small>as in your passport</small>', 'Name'],
    ['a heading, when the field has no words behind it', '<h5>Name</h5>', '', 'Name'],
    ['a heading, when only a hidden warning stands behind', '<h5>Name</h5>', '<span hidden>Wrong</span>', 'Name'],
    [
      'a heading, when a sentence stands behind',
      '<h5>Name</h5>',
      `<small>${'We never share it. '.repeat(5)}</small>`,
      'Name',
    ],
  ])('is %s', async (_, before, behind, label) => {
    const { labels } = await read(first(before, row('<input name="a">', behind)));
    expect(labels[0]).toBe(label);
  });

  it('belongs to each field, row by row', async () => {
    const rows = [
      row('<input name="a">', '<span>Full name</span>'),
      row('<input name="b">', '<span>Email</span>'),
      row('<input name="c">', '<span>Phone</span>'),
      row('<textarea name="d"></textarea>', '<span>Your question</span>'),
    ];
    const { roles, purpose } = await read(first('<h2>Send your question</h2>', rows.join('')));
    expect(roles).toEqual(['name', 'email', 'phone', 'message']);
    expect(purpose).toBe('contact');
  });
});

describe('a date that is drawn by a design kit', () => {
  const frame = '<div style="position:absolute;inset:0;border:1px solid;pointer-events:none"></div>';
  const outline = (input: string, inside = frame): string =>
    `<div style="position:relative;width:300px;height:36px">${input}${inside}</div>`;
  const clear = 'style="opacity:0;width:100%;height:36px;box-sizing:border-box"';
  const guest =
    '<input name="name" placeholder="Name"><input type="tel" name="phone"><textarea name="note"></textarea>';

  it.each(['date', 'time', 'datetime-local', 'month', 'week'])('a %s is offered within its frame', async (type) => {
    const { seen } = await read(`<form>${guest}${outline(`<input type="${type}" ${clear}>`)}${send}</form>`);
    expect(seen.at(-1)).toBe(true);
  });

  it('makes a request for a room a booking', async () => {
    const { purpose } = await read(`<form>${guest}${outline(`<input type="date" ${clear}>`)}${send}</form>`);
    expect(purpose).toBe('booking');
  });

  it.each([
    ['without a frame', outline(`<input type="date" ${clear}>`, '')],
    ['under another field', outline(`<input type="date" ${clear}>`, '<input style="position:absolute;inset:0">')],
    ['in a box that is clear itself', `<div style="opacity:0">${outline('<input type="date">')}</div>`],
    ['of no size', outline('<input type="date" style="opacity:0;width:1px;height:1px">')],
    ['that is no picker', outline(`<input type="text" name="website" ${clear}>`)],
  ])('is no field of the visitor %s', async (_, field) => {
    const { seen } = await read(`<form>${field}${guest}${send}</form>`);
    expect(seen[0]).toBe(false);
  });
});

describe('the caption of a field that its label is wrapped around', () => {
  const options = '<option value="">Please choose</option><option>Austin</option><option>Dallas</option>';
  it.each([
    ['a drop-down without its entries', `<label>Branch <select name=b>${options}</select></label>`, 'Branch'],
    ['one in front of its words', `<label><select name=b>${options}</select> Branch</label>`, 'Branch'],
    [
      'one with groups',
      `<label><span>Branch</span><select name=b><optgroup label=TX>${options}</optgroup></select></label>`,
      'Branch',
    ],
    [
      'one whose label has nothing but it',
      `<label><select name=b aria-label="Branch">${options}</select></label>`,
      'Branch',
    ],
    [
      'one that is named by its label elsewhere',
      `<label for=b>Branch</label><select id=b name=b>${options}</select>`,
      'Branch',
    ],
    [
      'a text that proposes its words',
      '<label>Branch <input name=b list=l><datalist id=l><option>Austin</option></datalist></label>',
      'Branch',
    ],
    ['a message that begins with a text', '<label>Message <textarea name=m>Dear team,</textarea></label>', 'Message'],
    [
      'a list that a script draws',
      '<label>Branch <input name=b role=combobox><ul role=listbox><li role=option>Austin</li></ul></label>',
      'Branch',
    ],
    ['words on both sides', `<label>I am from <select name=b>${options}</select> branch</label>`, 'I am from branch'],
    ['a script in the label', '<label>Branch<script>window.x = 1</script> <input name=b></label>', 'Branch'],
  ])('is %s', async (_, field, label) => {
    const { labels } = await read(`<form action="/send">${field}${send}</form>`);
    expect(labels).toEqual([label]);
  });
});
