import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturesOf } from '../../shared/model/marked-picture.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { contactForm, lookForForm, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const callBack = (attributes = 'method=post action=/call'): string =>
  `<h2>We call you back</h2><form ${attributes}><label>Your name <input name=name required></label><label>Phone <input name=phone type=tel required></label><button>Call me back</button></form>`;
const home = (more = ''): string => page(`<nav><a href="/contact">Contact</a></nav><h1>Roofs</h1>${callBack()}${more}`);
const throws = contactForm.replace(
  '<form action="/send" method="post">',
  '<form onsubmit="event.preventDefault(); window.leads.send(this)">',
);
const contact = (form: string): string => page(`<h1>Write to us</h1>${form}`);
const unasked = /seen, but not tried/;

describe.concurrent('beside a call-back form that works', { timeout: 120_000 }, () => {
  it('a contact form that nobody can use decides where all are looked for, and its page is named', async () => {
    const site: Site = { '/': home(), '/contact': contact(throws) };
    const { outcome, cause, reason, details } = await lookForForm(site, browser, {}, { survey: true });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'script-error' });
    expect(reason).toContain('Nobody can use the form on /contact: its script fails');
    expect(details['forms']).toHaveLength(2);
    const [picture] = picturesOf(details);
    expect(URL.parse(picture?.page ?? '')?.pathname).toBe('/contact');
    expect(picture?.marks).toMatchObject([{ kind: 'form', label: 'Write to us', state: 'faulty' }]);
  });

  it('so does one whose messages nobody receives', async () => {
    const template = contactForm.replace('/send', 'https://formspree.io/f/YOUR_FORM_ID');
    const site: Site = { '/': home(), '/contact': contact(template) };
    const { outcome, reason } = await lookForForm(site, browser, {}, { survey: true });
    expect(outcome, reason).toBe('failed');
    expect(reason).toMatch(
      /^Of the forms that were tried, the one on \/contact does not work\. Nobody receives what the form sends/,
    );
  });

  it('a contact form that works is tried as well, and leaves nothing to say', async () => {
    const site: Site = { '/': home(), '/contact': contact(contactForm) };
    const { outcome, reason, hits } = await lookForForm(site, browser, {}, { survey: true });
    expect(outcome, reason).toBe('measured');
    expect(reason).not.toMatch(unasked);
    expect(hits.filter((hit) => hit.startsWith('POST'))).toEqual([]);
  });

  it('the contact form is named with how to have it tried', async () => {
    const site: Site = { '/': home(), '/contact': contact(throws) };
    const { outcome, reason } = await lookForForm(site, browser);
    expect(outcome, reason).toBe('measured');
    expect(reason).toContain(
      'Another form for customers was seen, but not tried: "Write to us" on /contact. To have it tried too, add "form:/contact" to the checks of the website in touchpoints.yaml.',
    );
  });

  it.each([['/contact'], ['/contact/']])('nothing is said of a form that the file names (%s)', async (place) => {
    const site: Site = { '/': home(), '/contact': contact(throws) };
    const { outcome, reason } = await lookForForm(site, browser, {}, { named: [place] });
    expect(outcome, reason).toBe('measured');
    expect(reason).not.toMatch(unasked);
  });

  it('another one is named although the file names one', async () => {
    const site: Site = {
      '/': home('<a href="/quote">Get a quote</a>'),
      '/contact': contact(throws),
      '/quote': contact(contactForm.replace('Message', 'Roof')),
    };
    const { reason } = await lookForForm(site, browser, {}, { named: ['/contact'] });
    expect(reason).toContain('add "form:/quote"');
    expect(reason).not.toContain('form:/contact');
  });

  it('one on the same page is named by its id', async () => {
    const booking =
      '<section id=book><h2>Book a visit</h2><form method=post action=/book><label>Your name <input name=name></label><label>Phone <input name=phone type=tel></label><label>Day <input name=day type=date></label><button>Book</button></form></section>';
    const { reason } = await lookForForm(page(`<h1>Roofs</h1>${contactForm}${booking}`), browser);
    expect(reason).toContain('"Book a visit" on /. To have it tried too, add "form:/#book"');
  });

  it.each([
    ['a search', '<form action=/find><input type=search name=q><button>Search</button></form>'],
    [
      'a newsletter',
      '<form method=post action=/news><h3>Newsletter</h3><label>E-mail <input type=email name=email></label><button>Subscribe</button></form>',
    ],
    [
      'a login',
      '<form method=post action=/in><label>E-mail <input type=email name=email></label><label>Password <input type=password name=p></label><button>Sign in</button></form>',
    ],
    [
      'a comment',
      '<form method=post action=/say class=comment-form><h3>Leave a comment</h3><label>Your name <input name=author></label><label>E-mail <input name=email type=email></label><label>Comment <textarea name=comment></textarea></label><button>Post comment</button></form>',
    ],
    ['a form that is hidden', `<div hidden>${callBack('method=post action=/other')}</div>`],
  ])('%s is none to speak of', async (_, other) => {
    const { outcome, reason } = await lookForForm(page(`<h1>Roofs</h1>${contactForm}${other}`), browser);
    expect(outcome, reason).toBe('measured');
    expect(reason).not.toMatch(unasked);
  });

  it('the same form on every page is one', async () => {
    const site: Site = { '/': home(), '/contact': page(`<h1>Contact</h1><p>Austin</p>${callBack()}`) };
    const { outcome, reason } = await lookForForm(site, browser, {}, { survey: true });
    expect(outcome, reason).toBe('measured');
    expect(reason).not.toMatch(unasked);
  });
});
