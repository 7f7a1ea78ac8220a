/** A form as other people build them, and what a visitor with a hand and a minute would say of it. */
export interface ForeignForm {
  readonly name: string;
  /** The public report whose kind it is, as `owner/repository#number`; null for a common shape that nobody has to report. */
  readonly source: string | null;
  readonly body: string;
  /** What else its server has, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly works: boolean | 'cannot-be-seen';
  /** Its timers run by themselves: it is filled in as slowly as a person does. */
  readonly timed?: boolean;
  /** What a rehearsal says of one that does not work. */
  readonly cause?: string;
}

export const fields = `
  <p><label>Your name <input name="name" required></label></p>
  <p><label>E-mail <input name="email" type="email" required></label></p>
  <p><label>Message <textarea name="message" required></textarea></label></p>`;
export const form = (inner: string, attributes = ''): string =>
  `<h1>Write to us</h1><form id="f" ${attributes}>${inner}</form><p id="out"></p>`;
export const script = (code: string): string => `<script>const f = document.getElementById('f');${code}</script>`;
export const thanks = `document.getElementById('out').textContent = 'Thank you, we will be in touch.';`;
export const send = (url = '/send'): string =>
  `await fetch('${url}', { method: 'POST', body: new FormData(f) }); ${thanks}`;
export const onSubmit = (code: string): string => `f.onsubmit = async (e) => { e.preventDefault(); ${code} };`;
export const button = '<button type="submit">Send message</button>';

const shadow = (inner: string, code: string, mode = 'open'): string =>
  `<h1>Contact us</h1><contact-box></contact-box><script>customElements.define('contact-box', class extends HTMLElement { connectedCallback() {
    const r = this.attachShadow({ mode: '${mode}' }); r.innerHTML = ${JSON.stringify(inner)}; ${code} } })</script>`;

/** Forms that do not stand in the page as `<form>` with `<input>`. */
const hidden: readonly ForeignForm[] = [
  {
    name: 'a form in an open shadow tree',
    source: 'alex9849/chrome-simple-keyboard#11',
    body: shadow(
      `<form>${fields}${button}</form><p></p>`,
      `const f = r.querySelector('form'); f.onsubmit = async (e) => { e.preventDefault(); await fetch('/send', { method: 'POST', body: new FormData(f) }); r.querySelector('p').textContent = 'Thank you!' }`,
    ),
    works: true,
  },
  {
    name: 'a dead form in an open shadow tree',
    source: null,
    body: shadow(`<form>${fields}${button}</form>`, `r.querySelector('form').onsubmit = (e) => e.preventDefault()`),
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a form in a shadow tree in a shadow tree',
    source: null,
    body: `<outer-box></outer-box><script>customElements.define('outer-box', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<section><contact-box></contact-box></section>' } })</script>${shadow(
      `<form action="/send" method="post">${fields}${button}</form>`,
      '',
    ).replace('<contact-box></contact-box>', '')}`,
    works: true,
  },
  {
    name: 'fields that are custom elements of a form',
    source: null,
    body: `<h1>Contact</h1><form id="f" action="/send" method="post"><x-field name="name" label="Your name" required></x-field><x-field name="email" label="E-mail" required></x-field><x-field name="message" label="Message" required></x-field>${button}</form>
      <script>customElements.define('x-field', class extends HTMLElement { static formAssociated = true; constructor() { super(); this.i = this.attachInternals() }
        connectedCallback() { const r = this.attachShadow({ mode: 'open' }); r.innerHTML = '<span>' + this.getAttribute('label') + '</span><input>'; r.querySelector('input').oninput = (e) => this.i.setFormValue(e.target.value) } })</script>`,
    works: true,
  },
  {
    name: 'fields and a button without a form around them',
    source: null,
    body: `<div id="f"><h2>Write to us</h2><div><input id="n" placeholder="Name"></div><div><input id="e" type="email" placeholder="E-mail"></div><div><textarea id="m" placeholder="Message"></textarea></div><button id="go">Send</button></div><p id="out"></p>
      <script>go.onclick = async () => { await fetch('/send', { method: 'POST', body: JSON.stringify({ name: n.value, email: e.value, message: m.value }) }); ${thanks} }</script>`,
    works: true,
  },
  {
    name: 'fields without a form, on a page and in a section that are named after a chat',
    source: null,
    body: `<script>document.body.className = 'has-livechat chatbot-enabled'</script><section class="live-chat-and-contact"><h2>Write to us</h2><div><input id="n" placeholder="Name"></div><div><input id="e" type="email" placeholder="E-mail"></div><div><textarea id="m" placeholder="Message"></textarea></div><button id="go">Send</button></section><p id="out"></p>
      <script>go.onclick = async () => { await fetch('/send', { method: 'POST', body: JSON.stringify({ name: n.value, email: e.value, message: m.value }) }); ${thanks} }</script>`,
    works: true,
  },
  {
    name: 'fields without a form, each with a button that clears it',
    source: null,
    body: `<div class="box"><h2>Write to us</h2><div><input id="n" placeholder="Name"><button>×</button></div><div><input id="e" type="email" placeholder="E-mail"><button>×</button></div><div><textarea id="m" placeholder="Message"></textarea></div><div><button id="go">Send</button></div></div><p id="out"></p>
      <script>go.onclick = async () => { await fetch('/send', { method: 'POST', body: JSON.stringify({ name: n.value, email: e.value, message: m.value }) }); ${thanks} }</script>`,
    works: true,
  },
  {
    name: 'a form in a frame of another site',
    source: null,
    body: `<h1>Contact</h1><div id="here"></div><script>here.innerHTML = '<iframe width="500" height="500" src="http://localhost:' + location.port + '/frame"></iframe>'</script>`,
    pages: { '/frame': `<form action="/send" method="post">${fields}${button}</form>` },
    works: true,
  },
  {
    name: 'a form in a frame whose sandbox lets no form be sent',
    source: 'umbraco/Umbraco-CMS#20701',
    body: `<h1>Contact</h1><iframe width="500" height="500" sandbox="allow-scripts allow-same-origin" src="/frame"></iframe>`,
    pages: { '/frame': `<form action="/send" method="post">${fields}${button}</form>` },
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a form in a frame whose sandbox lets it be sent',
    source: null,
    body: `<h1>Contact</h1><iframe width="500" height="500" sandbox="allow-scripts allow-forms" src="/frame"></iframe>`,
    pages: { '/frame': `<form action="/send" method="post">${fields}${button}</form>` },
    works: true,
  },
  {
    name: 'a form that a script writes into a frame without an address',
    source: null,
    body: `<h1>Contact</h1><div id="here"></div><script>const i = document.createElement('iframe'); i.width = i.height = 500; here.append(i);
      i.contentDocument.write(${JSON.stringify(`<form action="/send" method="post">${fields}${button}</form>`)}); i.contentDocument.close()</script>`,
    works: true,
  },
];

/** Which button is it? */
const buttons: readonly ForeignForm[] = [
  {
    name: 'a helper without a type before the button that sends',
    source: 'powmedia/backbone-forms#281',
    body: `${form(`<p><label>Your name <input name="name" required></label></p><button id="add">+ Add another guest</button>${fields.replace(/.*name="name".*\n/, '')}${button}`, 'action="/send" method="post"')}<script>add.onclick = (e) => { e.preventDefault(); add.insertAdjacentHTML('beforebegin', '<input aria-label="Guest">') }</script>`,
    works: true,
  },
  {
    name: 'a button that attaches a file, beside one that sends, both untyped',
    source: 'buildkite/frontend#26',
    body: `${form(`${fields}<button id="add">Attach a file</button> <button id="go">Send</button>`)}${script(`add.onclick = (e) => e.preventDefault(); ${onSubmit(send())}`)}`,
    works: true,
  },
  {
    name: 'a button that saves a draft before one that sends',
    source: null,
    body: `${form(`${fields}<button type="submit" name="do" value="draft" id="draft">Save draft</button> <button type="submit" name="do" value="send">Send</button>`)}${script(`f.onsubmit = async (e) => { e.preventDefault(); if (e.submitter.value === 'draft') return; ${send()} }`)}`,
    works: true,
  },
  {
    name: 'a link dressed as a button',
    source: 'bitovi/syn#65',
    body: `${form(`${fields}<a href="#" class="btn" id="go">Absenden</a>`)}${script(`go.onclick = async (e) => { e.preventDefault(); ${send()} }`)}`,
    works: true,
  },
  {
    name: 'a box that listens for clicks',
    source: null,
    body: `${form(`${fields}<div class="submit-button" id="go">Отправить</div>`)}${script(`go.onclick = async () => { ${send()} }`)}`,
    works: true,
  },
  {
    name: 'a button with nothing but an icon',
    source: null,
    body: `${form(`${fields}<button type="submit"><svg width="20" height="20"><path d="M0 0L20 10L0 20z"/></svg></button>`, 'action="/send" method="post"')}`,
    works: true,
  },
  {
    name: 'a button outside of its form',
    source: null,
    body: `${form(fields, 'action="/send" method="post"')}<button type="submit" form="f">Send</button>`,
    works: true,
  },
  {
    name: 'buttons that clear and cancel around the one that sends',
    source: null,
    body: `${form(`${fields}<button type="reset">Clear</button> <button>Submit</button> <button type="button">Cancel</button>`, 'action="/send" method="post"')}`,
    works: true,
  },
  {
    name: 'a button that shows a list, between the fields',
    source: null,
    body: `${form(`<button aria-haspopup="true" aria-expanded="false" id="more">+1</button>${fields}<button>Надіслати</button>`)}${script(`more.onclick = (e) => e.preventDefault(); ${onSubmit(send())}`)}`,
    works: true,
  },
  {
    name: 'no button: the Enter key sends',
    source: null,
    body: `${form('<label>Your name <input name="name"></label><label>Phone <input name="phone" type="tel"></label>', 'action="/send" method="post"').replace('</form>', '<input type="submit" style="display:none"></form>')}`,
    works: true,
  },
];

const silentTrap = (trap: string, name = 'trap'): string =>
  `${form(`${trap}${fields}${button}`)}${script(onSubmit(`if (f.elements['${name}'].value) return; ${send()}`))}`;

/** Traps for robots. */
const traps: readonly ForeignForm[] = [
  ...(
    [
      [
        'clipped by its box',
        '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"><label>Nickname <input name="trap" tabindex="-1"></label></p>',
      ],
      ['far to the left', '<p style="position:absolute;left:-5000px"><label>Company <input name="trap"></label></p>'],
      ['far to the right', '<p style="position:fixed;left:300vw"><label>Company <input name="trap"></label></p>'],
      [
        'in a box without a height',
        '<div style="height:0;overflow:hidden"><label>Subject <input name="trap"></label></div>',
      ],
      [
        'as good as transparent',
        '<p style="opacity:0.01;position:absolute"><label>Subject <input name="trap"></label></p>',
      ],
      [
        'cut away by a path',
        '<p style="clip-path:inset(50%);position:absolute"><label>Phone <input name="trap" type="tel"></label></p>',
      ],
      [
        'shrunk to nothing',
        '<p style="transform:scale(0);position:absolute"><label>Phone <input name="trap" type="tel"></label></p>',
      ],
      [
        'hidden from screen readers',
        '<p aria-hidden="true" style="position:absolute;z-index:-1"><label>Phone <input name="trap" type="tel"></label></p>',
      ],
      ['asked to be left empty', '<p><label>Leave this field empty <input name="trap"></label></p>'],
      ['asked to be left empty, in German', '<p><label>Bitte dieses Feld frei lassen <input name="trap"></label></p>'],
      ['asked to be left empty, in Ukrainian', '<p><label>Не заповнюйте це поле <input name="trap"></label></p>'],
      ['asked to be left empty, in Polish', '<p><label>Pozostaw to pole puste <input name="trap"></label></p>'],
    ] as const
  ).map(([how, trap]) => ({
    name: `a trap for robots, ${how}`,
    source: how === 'clipped by its box' ? 'haterapps/fake-data#34' : null,
    body: silentTrap(trap),
    works: true,
  })),
];

export const foreignForms: readonly ForeignForm[] = [...hidden, ...buttons, ...traps];
