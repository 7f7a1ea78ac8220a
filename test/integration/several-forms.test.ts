import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foundFormSchema } from '../../shared/model/found.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
  <nav><a href="/">Home</a> <a href="/contact">Contact</a> <a href="/booking">Book a visit</a></nav><h1>${title}</h1>${body}</html>`;
const newsletter =
  '<form action="/news" method="post"><h3>Newsletter</h3><label>E-mail <input type="email" name="email"></label><button>Subscribe</button></form>';
const writeToUs = `<form action="/send" method="post"><label>Your name <input name="name" required></label><label>E-mail <input type="email" name="email" required></label>
  <label>Message <textarea name="message" required></textarea></label><button>Send message</button></form>${newsletter}`;
const callBack = `<h2>We call you back</h2><form id="callback" onsubmit="return false"><label>Your phone <input type="tel" name="phone" required></label><button>Call me back</button></form>${newsletter}`;
const booking = `<form action="/book" method="post"><label>Your name <input name="name"></label><label>Phone <input type="tel" name="phone"></label><label>Day <input type="date" name="day"></label><button>Book</button></form>${newsletter}`;

let server: TestServer;
let workplace: Workplace;
beforeAll(async () => {
  server = await serve({
    '/': page('Roof repair', callBack),
    '/contact': page('Write to us', writeToUs),
    '/booking': page('Book a visit', booking),
    '*': (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Thank you!</p>'),
  });
  workplace = await aWorkplace();
});
afterAll(async () => {
  await Promise.all([server?.close(), workplace?.remove()]);
});

const auditSchema = z.object({ checks: z.array(z.object({ check: z.string(), forms: z.array(foundFormSchema) })) });
const runSchema = z.object({ runs: z.array(z.object({ checkId: z.string(), outcome: z.string() })) });

describe('a site with several forms', { timeout: 240_000 }, () => {
  it('has all of them listed by audit, each once', async () => {
    const { stdout } = await workplace.touchlight('audit', server.url, '--only', 'form', '--no-lighthouse', '--json');
    const [{ forms } = { forms: [] }] = auditSchema.parse(JSON.parse(stdout)).checks;
    expect(forms.map(({ purpose, page: at }) => `${purpose} ${new URL(at).pathname}`).toSorted()).toEqual([
      'booking /booking',
      'contact /',
      'contact /contact',
      'newsletter /',
    ]);
    expect(forms.find(({ anchor }) => anchor === 'callback')?.title).toBe('We call you back');
  });

  it('gets a check for each that customers can write through, and the dead one alone is red', async () => {
    await workplace.touchlight('init', server.url, '--yes');
    const file = path.join(workplace.folder, 'touchpoints.yaml');
    const text = await readFile(file, 'utf8');
    const keys = text.split('\n').flatMap((line) => /^ {6}(form[^ ]*):/.exec(line)?.[1] ?? []);
    expect(keys).toContain('form');
    expect(keys.filter((key) => key !== 'form').every((key) => /^form:\/(#callback|contact|booking)$/.test(key))).toBe(
      true,
    );
    expect(keys).toHaveLength(3);
    expect(text).not.toContain('Newsletter');
    await writeFile(
      file,
      text
        .replace(/^ {6}(availability|page-load|contacts|lighthouse):.*$/gm, '      $1: false')
        .replace(/\n {8,}.*/g, ''),
    );
    const { stdout } = await workplace.touchlight('run', '--no-confirm', '--json', '--only', 'website/form');
    const { runs } = runSchema.parse(JSON.parse(stdout));
    expect(runs.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1);
    expect(runs.filter(({ outcome }) => outcome === 'measured')).toHaveLength(2);
  });
});
