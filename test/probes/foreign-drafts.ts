import { button, type ForeignForm, fields, form, onSubmit, script, send, thanks } from './foreign-forms.ts';

const json = `JSON.stringify(Object.fromEntries(new FormData(f)))`;
const post = (url: string, body = json): string => `fetch('${url}', { method: 'POST', body: ${body} })`;

const allFields = `JSON.stringify([...document.querySelectorAll('input, textarea')].map((x) => x.value))`;
const atEachTap = `document.addEventListener('click', () => navigator.sendBeacon('/events', ${allFields}), true);`;

/** The button is dead, or alive, beside what typing alone sends. */
export const besidesTyping: readonly ForeignForm[] = [
  {
    name: 'a recorder that sends the fields at every tap, and a dead button',
    source: 'rrweb-io/rrweb#1042',
    body: `${form(`${fields}<button type="button">Send message</button>`)}${script(atEachTap)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a recorder that sends the fields at every tap, and a live button',
    source: 'rrweb-io/rrweb#1042',
    body: `${form(fields + button)}${script(`${atEachTap} ${onSubmit(send())}`)}`,
    works: true,
  },
  {
    name: 'a counter that is told of the press and nothing else, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(onSubmit(`navigator.sendBeacon('/collect?en=generate_lead')`))}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved a moment after the last key, and a dead button',
    source: 'nikolaystrikhar/gutenberg-forms#119',
    body: `${form(fields + button)}${script(`let t; f.oninput = () => { clearTimeout(t); t = setTimeout(() => ${post('/draft')}, 400) }; ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved on leaving each field, and a dead button',
    source: 'mautic/mautic#1104',
    body: `${form(fields + button)}${script(`f.onchange = () => ${post('/draft')}; ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved every second for ever, and a dead button',
    source: 'GravityKit/GravityView#1344',
    body: `${form(fields + button)}${script(`setInterval(() => ${post('/draft')}, 1000); ${onSubmit('')}`)}`,
    works: false,
    timed: true,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved every two and a half seconds for ever, and a dead button',
    source: 'GravityKit/GravityView#1344',
    body: `${form(fields + button)}${script(`setInterval(() => ${post('/draft')}, 2500); ${onSubmit('')}`)}`,
    works: false,
    timed: true,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved by a timer that is late at times, and a dead button',
    source: 'GravityKit/GravityView#1344',
    body: `${form(fields + button)}${script(`let n = 0; const save = () => { ${post('/draft')}; setTimeout(save, ++n % 3 === 0 ? 1400 : 900) }; setTimeout(save, 900); ${onSubmit('')}`)}`,
    works: false,
    timed: true,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved for the first time after the button was pressed, and a dead button',
    source: 'GravityKit/GravityView#1344',
    body: `${form(fields + button)}${script(`setInterval(() => ${post('/draft')}, 6000); ${onSubmit('')}`)}`,
    works: false,
    timed: true,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved every six seconds, and a button that sends elsewhere',
    source: null,
    body: `${form(fields + button)}${script(`setInterval(() => ${post('/draft')}, 6000); ${onSubmit(send())}`)}`,
    works: true,
    timed: true,
  },
  {
    name: 'a button that sends two seconds later, and says nothing of it',
    source: null,
    body: `${form(fields + button)}${script(onSubmit(`setTimeout(() => ${post('/send')}, 2000)`))}`,
    works: true,
  },
  {
    name: 'drafts saved field by field, and a button that sends to the same address',
    source: null,
    body: `${form(fields + button)}${script(`f.onchange = () => ${post('/leads')}; ${onSubmit(`${post('/leads')}; ${thanks}`)}`)}`,
    works: true,
  },
  {
    name: 'a lead caught by beacon while typing, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(`f.oninput = () => navigator.sendBeacon('/lead', ${json}); ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a recorder of sessions, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(`let log = []; for (const n of ['input', 'keydown', 'click']) addEventListener(n, (e) => log.push({ type: n, at: performance.now(), data: e.target.value }));
      setInterval(() => { if (log.length > 0) { ${post('/record', 'JSON.stringify({ events: log })')}; log = [] } }, 500); ${onSubmit('')}`)}`,
    works: false,
    timed: true,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts sent through a socket, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(`const s = new WebSocket('ws://' + location.host + '/live'); f.oninput = () => { if (s.readyState === 1) s.send(${json}) }; ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a draft kept in the browser, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(`f.oninput = () => localStorage.setItem('draft', ${json}); ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'an address checked by the server on leaving it, and a dead button',
    source: null,
    body: `${form(fields + button)}${script(`f.email.onchange = () => ${post('/check', 'f.email.value')}; ${onSubmit('')}`)}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'drafts saved to one address and messages sent to another',
    source: null,
    body: `${form(fields + button)}${script(`f.oninput = () => ${post('/draft')}; ${onSubmit(send())}`)}`,
    works: true,
  },
  {
    name: 'drafts and messages sent to one address, told apart by their action',
    source: null,
    body: `${form(fields + button)}${script(`const to = (action) => ${post('/ajax', `JSON.stringify({ action, ...Object.fromEntries(new FormData(f)) })`)}; f.oninput = () => to('save_draft'); ${onSubmit(`await to('send'); ${thanks}`)}`)}`,
    works: true,
  },
  {
    name: 'drafts and messages sent to one address in one shape',
    source: null,
    body: `${form(fields + button)}${script(`f.onchange = () => ${post('/lead')}; ${onSubmit(`await ${post('/lead')}; ${thanks}`)}`)}`,
    works: true,
  },
  {
    name: 'an address checked by the server on leaving it, and a live button',
    source: null,
    body: `${form(fields + button)}${script(`f.email.onchange = () => ${post('/check', 'f.email.value')}; ${onSubmit(send())}`)}`,
    works: true,
  },
];
