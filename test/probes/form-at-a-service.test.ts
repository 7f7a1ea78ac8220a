import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { fields, form } from './foreign-forms.ts';
import { aReceiver } from './form-receiver.ts';
import { tryPage } from './form-trial.ts';

// Small static sites send their forms to a service on another site (Formspree, FormSubmit, Getform, Mailchimp). While presses lead to
// the form, the page is kept on its own site; when it is sent, it must be let go.

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const page = (body: string) => ({
  status: 200,
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body>${body}</body></html>`,
});
const button = '<button>Send message</button>';
type Site = Readonly<Record<string, ReturnType<typeof page>>>;

const ways: { it: string; site: (service: string) => Site }[] = [
  {
    it: 'on a page behind a link',
    site: (service) => ({
      '/home': page('<h1>Hotel</h1><a href="/contact">Contact</a>'),
      '/contact': page(form(fields + button, `action="${service}" method="post"`)),
    }),
  },
  {
    it: 'on a page behind a link, opening its answer in a window of its own',
    site: (service) => ({
      '/home': page('<h1>Hotel</h1><a href="/contact">Contact</a>'),
      '/contact': page(form(fields + button, `action="${service}" method="post" target="_blank"`)),
    }),
  },
  {
    it: 'in a dialog that a button opens',
    site: (service) => ({
      '/home': page(
        `<h1>Hotel</h1><button onclick="d.showModal()">Write to us</button><dialog id=d>${form(fields + button, `action="${service}" method="post"`)}</dialog>`,
      ),
    }),
  },
  {
    it: 'behind a cookie banner',
    site: (service) => ({
      '/home': page(
        `${form(fields + button, `action="${service}" method="post"`)}<div id=c role=dialog style="position:fixed;inset:auto 0 0;background:#eee;padding:40px">We use cookies. <button onclick="c.remove()">Accept all</button></div>`,
      ),
    }),
  },
  {
    it: 'behind a menu',
    site: (service) => ({
      '/home': page(
        '<h1>Hotel</h1><button aria-expanded=false onclick="m.hidden=false" style="font-size:30px">☰</button><nav id=m hidden><a href="/contact">Contact</a></nav>',
      ),
      '/contact': page(form(fields + button, `action="${service}" method="post"`)),
    }),
  },
  {
    it: 'sent by its script, which goes there',
    site: (service) => ({
      '/home': page('<h1>Hotel</h1><a href="/contact">Contact</a>'),
      '/contact': page(
        `${form(`${fields}<button type="button" onclick="f.action='${service}'; f.method='post'; f.submit()">Send message</button>`)}`,
      ),
    }),
  },
];

describe.concurrent('a form that a service on another site takes', { timeout: 120_000 }, () => {
  it.each(ways)('works: $it', async ({ site }) => {
    const service = await aReceiver({ '*': page('<h1>Thank you, your message has been sent.</h1>') });
    try {
      const address = service.page('take').replace('127.0.0.1', 'localhost');
      const { result } = await tryPage('home', { launch: browser.launch, replies: site(address) });
      expect(result.outcome, result.reason).toBe('measured');
      expect(result.reason).toContain('sends what a visitor types');
      expect(service.deliveries).toEqual([]);
    } finally {
      await service.close();
    }
  });

  it.each(ways)('is really sent once, where that is asked for: $it', async ({ site }) => {
    const service = await aReceiver({ '*': page('<h1>Thank you, your message has been sent.</h1>') });
    try {
      const address = service.page('take').replace('127.0.0.1', 'localhost');
      const { result } = await tryPage('home', {
        launch: browser.launch,
        replies: site(address),
        options: { mode: 'submit' },
      });
      expect(result.outcome, result.reason).toBe('measured');
      expect(service.deliveries).toHaveLength(1);
    } finally {
      await service.close();
    }
  });
});
