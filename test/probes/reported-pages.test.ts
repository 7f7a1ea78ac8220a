import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, dialled, lookForContacts, lookForForm, page, phone, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const address = '<p>Cedar Roofing, 12 Oak St, Austin, TX 78701</p>';
/** As Cloudflare writes an address: a key, and each byte combined with it. */
const scrambled = (email: string): string =>
  [0x5a, ...Buffer.from(email).map((byte) => byte ^ 0x5a)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const mail = 'office@cedar-roofs.example';
const protectedMail = `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${scrambled(mail)}">[email&#160;protected]</a>`;
const unscramble = `<script>for (const a of document.querySelectorAll('[data-cfemail]')) { const [key, ...bytes] = a.dataset.cfemail.match(/../g).map((h) => parseInt(h, 16)); a.textContent = String.fromCharCode(...bytes.map((b) => b ^ key)); a.href = 'mailto:' + a.textContent; a.removeAttribute('data-cfemail') }</script>`;

// whatwg/participate.whatwg.org#498, servo/servo.org#140
describe.concurrent('an email address that is scrambled against robots', () => {
  it('is no contact where visitors see "[email protected]", and is told', async () => {
    const { measurements, of, reason } = await lookForContacts(
      page(`${address}<p>Write: ${protectedMail}</p>`),
      browser,
    );
    expect([measurements['contactsFound'], of('email')]).toEqual([0, []]);
    expect(reason).toContain(`Visitors see “[email protected]” instead of ${mail}`);
  });

  it('is one where its script has run', async () => {
    const { of, unusable } = await lookForContacts(
      page(`${address}<p>Write: ${protectedMail}</p>${unscramble}`),
      browser,
    );
    expect([of('email'), unusable]).toEqual([[mail], []]);
  });

  it('hides no other contact, and is told beside it', async () => {
    const { unusable, of } = await lookForContacts(page(`${address}${phone}<p>${protectedMail}</p>`), browser);
    expect([of('phone'), unusable]).toEqual([dialled, [mail]]);
  });
});

// uNmAnNeR/imaskjs#72, EnsembleUI/ensemble#1518, pwkip/contact-form-7-conditional-fields#90
describe.concurrent('a form as its visitors report it', { timeout: 90_000 }, () => {
  const brisk = { pace: { rehearseMs: 0, submitMs: 0, againMs: 0 } };
  const look = (body: string) => {
    const site: Site = { '/': page(`${address}<h2>Write to us</h2>${body}`), '/send': '<h1>Thank you</h1>' };
    return lookForForm(site, browser, {}, brisk);
  };
  const number = '<label>Phone <input name=phone type=tel required></label>';
  const asleep = contactForm.replace('<button', `${number}<button disabled`);
  const wakes = (isValid: string): string => `<script>const form = document.forms[0], { phone } = form;
    phone.addEventListener('input', () => { const d = phone.value.replace(/D/g, '').replace(/^1/, '').slice(0, 10); phone.value = d.length > 6 ? '(' + d.slice(0, 3) + ') ' + d.slice(3, 6) + '-' + d.slice(6) : d });
    form.addEventListener('input', () => { form.querySelector('button').disabled = !(${isValid}) })</script>`;

  it('works where its button wakes when a masked number is complete', async () => {
    const { outcome, reason } = await look(`${asleep}${wakes('form.checkValidity() && phone.value.length === 14')}`);
    expect(outcome, reason).toBe('measured');
  });

  it('is dead where its button never wakes, because the mask is taken for the number', async () => {
    const { outcome, cause } = await look(`${asleep}${wakes('/^[0-9]{10}$/.test(phone.value)')}`);
    expect([outcome, cause]).toEqual(['failed', 'form-does-nothing']);
  });

  it.each([
    ['0', '', 'turns 07400123456 into 00740012345'],
    ['0', 'placeholder="07400 000000"', 'turns 07400123456 into 00740012345'],
    ['0', 'placeholder="+44 (0) ___"', null],
    ['', '', null],
  ])(
    'works with a mask that begins with "%s" (%s), and cuts a number only where nothing warns of it',
    async (own, shown, said) => {
      const mask = `<script>document.documentElement.lang = 'en-GB'; const { phone } = document.forms[0]; phone.onfocus = () => { phone.value ||= '${own}' };
      phone.oninput = () => { const d = phone.value.replace(/[^0-9]/g, ''); phone.value = ('${own}' && d[0] !== '0' ? '0' + d : d).slice(0, 11) }</script>`;
      const { outcome, measurements, reason } = await look(
        `${contactForm.replace('<button', `${number.replace('<input', `<input ${shown}`)}<button`)}${mask}`,
      );
      expect([outcome, measurements['fieldsMissing']], reason).toEqual(['measured', 0]);
      if (said === null) expect(reason).not.toContain('turns');
      else expect(reason).toContain(said);
    },
  );

  it('works where it goes back to its first step after sending', async () => {
    const steps = `<form id=w><p id=m role=status></p><fieldset id=a><label>Your name <input name=name required></label><button type=button onclick="if (w.elements.name.value) { a.hidden = true; b.hidden = false }">Next</button></fieldset>
      <fieldset id=b hidden><label>E-mail <input name=email type=email required></label><label>Message <textarea name=message required></textarea></label><button>Send message</button></fieldset></form>
      <script>w.onsubmit = async (event) => { event.preventDefault(); await fetch('/send', { method: 'POST', body: new FormData(w) }); w.reset(); a.hidden = false; b.hidden = true; m.textContent = 'Thank you, your message was sent.' }</script>`;
    const { outcome, measurements, reason } = await look(steps);
    expect([outcome, measurements['fieldsMissing'], measurements['sentTwice']], reason).toEqual(['measured', 0, 0]);
  });
});
