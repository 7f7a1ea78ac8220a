import { type ForeignForm, fields, form, onSubmit, script, send } from './foreign-forms.ts';

const behind = (sender: string): string => `<h1>Write to us</h1><form id="f">${fields}</form>${sender}<p id="out"></p>`;
const sends = script(onSubmit(send()));

/** What sends the form does not stand in it, and nothing says that it belongs to it. */
export const sendersBehindForms: readonly ForeignForm[] = [
  {
    name: 'a link behind it that sends it',
    source: null,
    body: `${behind('<a href="#" class="btn" onclick="f.requestSubmit();return false">Send message</a>')}${sends}`,
    works: true,
  },
  {
    name: 'a button behind it that sends it',
    source: null,
    body: `${behind('<div><button type="button" onclick="f.requestSubmit()">Send message</button></div>')}${sends}`,
    works: true,
  },
  {
    name: 'a box dressed as a button behind it that sends it',
    source: null,
    body: `${behind('<div class="btn-submit" onclick="f.requestSubmit()">Submit</div>')}${sends}`,
    works: true,
  },
  {
    name: 'a button behind the box around it',
    source: null,
    body: `<section><h1>Write to us</h1><form id="f">${fields}</form></section><div class="foot"><button type="button" onclick="f.requestSubmit()">Send message</button></div><p id="out"></p>${sends}`,
    works: true,
  },
  {
    name: 'a dead button behind it',
    source: null,
    body: `${behind('<button type="button">Send message</button>')}${script('f.onsubmit = (e) => e.preventDefault()')}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a button of its own that is dead, before the form of a newsletter',
    source: null,
    body: `${form(`${fields}<button type="button">Send message</button>`)}<form action="/news" method="post"><input type="email" name="e" aria-label="Newsletter"><button>Send</button></form>${script('f.onsubmit = (e) => e.preventDefault()')}`,
    works: false,
  },
];
