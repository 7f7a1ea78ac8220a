import { button, type ForeignForm, fields, form, onSubmit, script, send, thanks } from './foreign-forms.ts';

const combo = (
  extra = '',
): string => `<p>Topic * <span id="combo" role="combobox" tabindex="0" aria-expanded="false" style="border:1px solid">Please choose</span><input type="hidden" name="topic"></p>
  <ul id="opts" role="listbox" hidden>${extra}<li role="option" data-v="repair">Repair</li><li role="option" data-v="sales">Sales</li></ul>`;
const comboCode = `combo.onclick = () => { opts.hidden = !opts.hidden }; opts.onclick = (e) => { const v = e.target.dataset.v; if (v) { f.topic.value = v; opts.hidden = true } };`;

/** Fields that want a hand. */
export const foreignControls: readonly ForeignForm[] = [
  {
    name: 'a drop-down made by script',
    source: 'mgcrea/angular-strap#533',
    body: `${form(`${combo()}${fields}${button}`)}${script(`${comboCode} ${onSubmit(`if (!f.topic.value) { combo.style.borderColor = 'red'; return } ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'a drop-down made by script whose first entry asks to choose',
    source: null,
    body: `${form(`${combo('<li role="option" data-v="">Please choose</li>')}${fields}${button}`)}${script(`${comboCode} ${onSubmit(`if (!f.topic.value) return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'a drop-down made by script that no hand of ours opens',
    source: 'select2/select2#413',
    body: `${form(`${combo()}${fields}${button}`)}${script(`${onSubmit(`if (!f.topic.value) { combo.style.borderColor = 'red'; return } ${send()}`)}`)}`,
    works: 'cannot-be-seen',
  },
  {
    name: 'a native drop-down behind one made by script',
    source: null,
    body: `${form(`<p>Topic <select name="topic" required style="display:none"><option value="">Choose</option><option value="a">Repair</option></select><span class="select-box" style="display:inline-block;border:1px solid">Choose</span></p>${fields}${button}`)}${script(onSubmit(`if (!f.topic.value) return; ${send()}`))}`,
    works: true,
  },
  {
    name: 'a calendar that fills a field nobody can type into',
    source: null,
    body: `${form(`<p><label>Date * <input id="d" name="day" readonly></label></p><div id="cal" hidden></div>${fields}${button}`)}${script(`d.onclick = () => { cal.innerHTML = Array.from({ length: 30 }, (_, i) => '<button type="button">' + (i + 1) + '</button>').join(''); cal.hidden = false };
      cal.onclick = (e) => { d.value = e.target.textContent + '.12.2030'; cal.hidden = true }; ${onSubmit(`if (!d.value) return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'a number behind a mask that listens for keys',
    source: null,
    body: `${form(`${fields}<p><label>Phone <input id="p" name="phone" type="tel" required></label></p>${button}`)}${script(`let keys = 0; p.onkeyup = () => { keys += 1 }; ${onSubmit(`if (keys < 7) return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'a button that wakes on a key',
    source: null,
    body: `${form(`${fields}<button type="submit" id="go" disabled>Send</button>`)}${script(`f.onkeyup = () => { go.disabled = !f.message.value }; ${onSubmit(send())}`)}`,
    works: true,
  },
  {
    name: 'a script that wakes when a hand moves',
    source: 'wp-media/wp-rocket#3938',
    body: `${form(fields + button)}${script(`let human = false; for (const n of ['mousemove', 'touchstart', 'keydown']) addEventListener(n, () => { human = true }, { once: true }); ${onSubmit(`if (!human) return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'scripts that are loaded when a hand moves',
    source: 'wp-media/wp-rocket#3961',
    body: `${form(fields + button, 'onsubmit="return false"')}${script(`addEventListener('mousemove', () => setTimeout(() => { ${onSubmit(send())} }, 600), { once: true });`)}`,
    works: true,
  },
  {
    name: 'a file that must be attached',
    source: 'DevExpress/testcafe#2509',
    body: `${form(`${fields}<p><label>Your CV (PDF) <input type="file" name="cv" accept="application/pdf" required></label></p>${button}`, 'action="/send" method="post" enctype="multipart/form-data"')}`,
    works: true,
  },
  {
    name: 'a picture that must be attached, behind a styled label',
    source: null,
    body: `${form(`${fields}<p><label for="pic" style="border:1px solid">Photo *</label><input id="pic" type="file" name="pic" accept="image/*" style="position:absolute;width:1px;height:1px;opacity:0"></p>${button}`)}${script(onSubmit(`if (!f.pic.files[0]?.type.startsWith('image/')) return; ${send()}`))}`,
    works: true,
  },
  {
    name: 'a consent made by script',
    source: null,
    body: `${form(`${fields}<p><span id="ok" role="checkbox" aria-checked="false" tabindex="0">☐</span> I agree to the privacy policy *</p>${button}`)}${script(`ok.onclick = () => ok.setAttribute('aria-checked', 'true'); ok.ariaLabel = 'I agree to the privacy policy *'; ${onSubmit(`if (ok.getAttribute('aria-checked') !== 'true') return; ${send()}`)}`)}`,
    works: true,
  },
  {
    name: 'a message typed into a page element',
    source: null,
    body: `${form(`<p><label>E-mail <input name="email" type="email"></label></p><p>Message</p><div id="m" contenteditable="" aria-label="Message" style="border:1px solid;min-height:60px"></div>${button}`)}${script(onSubmit(`if (!m.textContent) return; await fetch('/send', { method: 'POST', body: JSON.stringify({ email: f.email.value, text: m.textContent }) }); ${thanks}`))}`,
    works: true,
  },
  {
    name: 'fields that fade in when they are scrolled to',
    source: 'michalsnik/aos#428',
    body: `<style>[data-aos]{opacity:0;pointer-events:none;transition:opacity .3s}.in{opacity:1;pointer-events:auto}</style><div style="height:1500px">Kitchens</div>${form(`${fields.replaceAll('<p>', '<p data-aos style="margin:300px 0">')}<div data-aos>${button}</div>`, 'action="/send" method="post"')}
      <script>const io = new IntersectionObserver((all) => all.forEach((e) => { if (e.isIntersecting) e.target.classList.add('in') })); for (const e of document.querySelectorAll('[data-aos]')) io.observe(e)</script>`,
    works: true,
  },
  {
    name: 'a transparent field that never fades in, which is a trap',
    source: null,
    body: `${form(`<p style="opacity:0"><label>Company <input name="company2"></label></p>${fields}${button}`)}${script(onSubmit(`if (f.company2.value) return; ${send()}`))}`,
    works: true,
  },
  ...(
    [
      ['that works', onSubmit(send()), true],
      ['whose button is dead', onSubmit(''), false],
    ] as const
  ).map(([how, code, works]) => ({
    name: `a quiz of picture cards before its fields ${how}`,
    source: null,
    body: `<style>.card{cursor:pointer;border:1px solid;padding:20px}[hidden]{display:none!important}</style>${form(`<div class="q"><h3>Which shape?</h3><div><div class="card"><b>Straight</b> <i>from 900</i></div><div class="card"><b>Corner</b> <i>from 1200</i></div></div></div><div class="q" hidden><h3>Which style?</h3><div><div class="card">Modern</div><div class="card">Classic</div></div></div><div class="q" hidden>${fields}${button}</div>`)}${script(`const qs = [...document.querySelectorAll('.q')]; f.onclick = (e) => { if (!e.target.closest('.card')) return; const i = qs.findIndex((q) => !q.hidden); qs[i].hidden = true; qs[i + 1].hidden = false }; ${code}`)}`,
    works,
    ...(!works && { cause: 'form-does-nothing' }),
  })),
  {
    name: 'a day and a time to press before its fields',
    source: null,
    body: `${form(`<div id="days">${Array.from({ length: 30 }, (_, day) => `<button type="button">${day + 1}</button>`).join('')}</div><div id="times" hidden><button type="button">10:00</button><button type="button">11:30</button></div><input type="hidden" name="when"><div id="who" hidden>${fields}${button}</div>`)}${script(`let day; days.onclick = (e) => { day = e.target.textContent; times.hidden = false }; times.onclick = (e) => { f.when.value = day + ' ' + e.target.textContent; who.hidden = false }; ${onSubmit(`if (!f.when.value) return; ${send()}`)}`)}`,
    works: true,
  },
];

const afterAnswer = (url: string, use: string): string =>
  `${form(fields + button)}${script(onSubmit(`const r = await fetch('${url}', { method: 'POST', body: new FormData(f) }); ${use}`))}`;

const note = (says: string): string => `document.getElementById('out').textContent = '${says}'; return`;

/** Fields that take only what they like, and forms that say no in words of their own. */
export const foreignDemands: readonly ForeignForm[] = [
  {
    name: 'a number of ten digits, typed one by one',
    source: 'jackocnr/intl-tel-input#1997',
    body: `${form(`<p><span>+1</span> <input id="t" name="phone" type="tel" required placeholder="201-555-0123" aria-label="Phone"></p>${fields}${button}`)}${script(`t.onkeydown = (e) => { if (e.key.length === 1 && (!/\\d/.test(e.key) || t.value.length >= 10)) e.preventDefault() }; ${onSubmit(`if (!/^[2-9]\\d{9}$/.test(t.value)) { ${note('Invalid number')} } ${send()}`)}`)}`,
    works: true,
  },
  ...(
    [
      ['German', 'TT.MM.JJJJ', '\\\\d{2}\\\\.\\\\d{2}\\\\.\\\\d{4}'],
      ['French', 'jj/mm/aaaa', '\\\\d{2}/\\\\d{2}/\\\\d{4}'],
      ['no', '', '\\\\d{4}-\\\\d{2}-\\\\d{2}'],
      ['no', '', '\\\\d{5}'],
      ['no', '', '[A-Z]{2}-\\\\d{4}'],
    ] as const
  ).map(([language, shown, pattern]) => ({
    name: `a pattern ${pattern.replaceAll('\\\\', '\\')} with ${language} example`,
    source: null,
    body: form(
      `<p><label>When? <input name="x" required placeholder="${shown}" pattern="${pattern.replaceAll('\\\\', '\\')}"></label></p>${fields}${button}`,
      'action="/send" method="post"',
    ),
    works: true as const,
  })),
  {
    name: 'a slider that has to be moved',
    source: null,
    body: `${form(`${fields}<p>Slide to confirm you are human <input type="range" id="r" min="0" max="100" value="0"></p>${button}`)}${script(onSubmit(`if (Number(r.value) < 95) return; ${send()}`))}`,
    works: true,
  },
  ...['Your answer is not right.', 'Write at least 100 characters, please', 'Nur für Firmenkunden'].map((says) => ({
    name: `a refusal in its own words: "${says}"`,
    source: 'rocklobster-in/contact-form-7#421',
    body: `${form(fields + button)}${script(onSubmit(`${note(says)}; ${send()}`))}`,
    works: 'cannot-be-seen' as const,
  })),
];

/** What the page shows needs what only its own server says. */
export const foreignAnswers: readonly ForeignForm[] = [
  {
    name: 'an answer of its own shape',
    source: 'cypress-io/cypress#5840',
    body: afterAnswer('/send', `document.getElementById('out').textContent = (await r.json()).data.confirmation`),
    works: true,
  },
  {
    name: 'an answer of GraphQL',
    source: 'cypress-io/cypress#521',
    body: afterAnswer('/graphql', `if ((await r.json()).data?.createLead?.id) { ${thanks} }`),
    works: true,
  },
  {
    name: 'an answer of status 201',
    source: null,
    body: afterAnswer('/send', `if (r.status === 201) { ${thanks} }`),
    works: true,
  },
  {
    name: 'an answer that redirects',
    source: null,
    body: afterAnswer('/send', `if (r.redirected) location.href = r.url`),
    works: true,
  },
  {
    name: 'an error that the page shows for an answer it does not know',
    source: null,
    body: afterAnswer(
      '/send',
      `document.getElementById('out').textContent = (await r.json()).sent ? 'Sent' : 'An error occurred'`,
    ),
    works: true,
  },
  {
    name: 'a token that its script asks for before it sends the message',
    source: 'django-cms/djangocms-form-builder#52',
    body: `${form(fields + button)}${script(onSubmit(`const { token } = await (await fetch('/csrf', { method: 'POST' })).json(); if (!token) { ${note('Session expired')} } ${send()}`))}`,
    works: true,
  },
  {
    name: 'an answer that its script needs before it sends the message',
    source: 'django-cms/djangocms-form-builder#52',
    body: `${form(fields + button)}${script(onSubmit(`const { data } = await (await fetch('/api/ticket', { method: 'POST', body: '{"for":"contact"}' })).json(); await fetch('/send/' + data.ticket, { method: 'POST', body: new FormData(f) }); ${thanks}`))}`,
    works: 'cannot-be-seen',
  },
];

const fastOnes = (ms: number, otherwise: string): string =>
  `${form(fields + button)}${script(`const born = performance.now(); ${onSubmit(`if (performance.now() - born < ${ms}) { ${otherwise}; return } ${send()}`)}`)}`;

/** Traps that go by time, which only a visitor of a person's pace gets past. */
export const timeTraps: readonly ForeignForm[] = [
  {
    name: 'a form that ignores who sends it within three seconds',
    source: 'solspace/craft-express-forms#51',
    body: fastOnes(3_000, ''),
    works: true,
  },
  {
    name: 'a form that ignores who sends it within eight seconds',
    source: null,
    body: fastOnes(8_000, ''),
    works: true,
  },
  {
    name: 'a form that thanks who sends it within eight seconds, and sends nothing',
    source: null,
    body: fastOnes(8_000, thanks),
    works: true,
  },
];
