import { button, type ForeignForm, fields, form, onSubmit, script, send, thanks } from './foreign-forms.ts';

const wholePage = (
  code: string,
): string => `<form id="f" method="post" action="/page.aspx"><input type="hidden" name="__EVENTTARGET">
  <div><input name="q" placeholder="Search the site"><input type="submit" name="find" value="Search"></div><h1>Contact</h1>
  <p>Name<br><input name="name"></p><p>E-mail<br><input name="email"></p><p>Message<br><textarea name="message"></textarea></p>
  <a class="btn" href="javascript:postBack('send')">Send enquiry</a>
  <div><input name="news" placeholder="Your e-mail for our newsletter"><input type="submit" name="join" value="Subscribe"></div></form>${code}`;
const postBack = script(`function postBack(what) { f.__EVENTTARGET.value = what; f.submit() }`);

const dialog = (yes: string, asks = 'Your message will be sent to the practice.'): string =>
  onSubmit(`const d = document.createElement('div'); d.setAttribute('role', 'dialog'); document.body.append(d);
    d.style = 'position:fixed;inset:0;background:#fff'; d.innerHTML = '<h2>Are you sure?</h2><p>${asks}</p><button id="no">Cancel</button><button id="yes">Yes, send it</button>';
    document.getElementById('no').onclick = () => d.remove(); document.getElementById('yes').onclick = async () => { d.remove(); ${yes} };`);

const summary = (go: string): string =>
  `<h1>Write to us</h1><div id="w"><form id="f">${fields}<button>Weiter</button></form></div><p id="out"></p>${script(`f.onsubmit = (e) => { e.preventDefault(); const body = new FormData(f);
    w.innerHTML = '<h2>Zusammenfassung</h2><dl><dt>Name</dt><dd>' + f.name.value + '</dd></dl><div><button>Zurück</button> <button id="go">Anfrage absenden</button></div>';
    document.getElementById('go').onclick = async () => { ${go} } };`)}`;

const watched = `for (const el of f.querySelectorAll('input, textarea')) { const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(el), 'value'); let last = own.get.call(el); state[el.name] = '';
    Object.defineProperty(el, 'value', { configurable: true, get() { return own.get.call(el) }, set(v) { last = v; own.set.call(el, v) } });
    el.addEventListener('input', () => { const now = own.get.call(el); if (now === last) { el.value = state[el.name]; return } last = now; state[el.name] = now }) }`;

/** Forms whose sending takes the right button of several, one press more, or a hand and no script. */
export const waysToSend: readonly ForeignForm[] = [
  {
    name: 'a link that sends a form around the whole page, with a search and a newsletter in it',
    source: 'victorjonsson/jQuery-Form-Validator#494',
    body: wholePage(postBack),
    works: true,
  },
  {
    name: 'the same link, whose script is missing',
    source: 'victorjonsson/jQuery-Form-Validator#443',
    body: wholePage(''),
    works: false,
    cause: 'script-error',
  },
  {
    name: 'a dialog that asks whether to send',
    source: null,
    body: `${form(fields + button)}${script(dialog(`await fetch('/send', { method: 'POST', body: new FormData(f) }); ${thanks}`))}`,
    works: true,
  },
  {
    name: 'a dialog that asks whether to send, and sends nothing',
    source: null,
    body: `${form(fields + button)}${script(dialog(''))}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a dead button, and a pop-up that asks for an address',
    source: null,
    body: `${form(fields + button)}${script(dialog(`await fetch('/join', { method: 'POST', body: new FormData(f) })`, '<input type="email" placeholder="Our offers by e-mail">'))}`,
    works: false,
    cause: 'form-does-nothing',
  },
  {
    name: 'a summary without any field, whose button sends',
    source: null,
    body: summary(`await fetch('/send', { method: 'POST', body }); ${thanks}`),
    works: true,
  },
  {
    name: 'a summary without any field, whose button does nothing',
    source: null,
    body: summary(''),
    works: false,
    cause: 'form-sends-nothing',
  },
  {
    name: 'a button that is a custom element',
    source: 'shoelace-style/webawesome#2844',
    body: `${form(`${fields}<x-button>Send</x-button>`, 'action="/send" method="post"')}<script>customElements.define('x-button', class extends HTMLElement { connectedCallback() {
      this.attachShadow({ mode: 'open' }).innerHTML = '<button><slot></slot></button>'; this.shadowRoot.querySelector('button').onclick = () => this.closest('form').requestSubmit() } })</script>`,
    works: true,
  },
  {
    name: 'a day in a field that its framework watches for changes by script',
    source: null,
    body: `${form(`${fields}<p><label>Day * <input type="date" name="day"></label></p>${button}`)}${script(`const state = {}; ${watched} ${onSubmit(`if (!state.day) return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'fields that the server draws anew whenever one is left',
    source: null,
    body: `${form(fields + button)}${script(`f.addEventListener('change', async ({ target }) => { const r = await fetch('/check', { method: 'POST', headers: { 'HX-Request': 'true' }, body: new URLSearchParams({ [target.name]: target.value }) });
      if (r.status !== 204) target.closest('p').outerHTML = await r.text() }); ${onSubmit(send())}`)}`,
    works: true,
  },
];
