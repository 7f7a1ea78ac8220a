import type http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { guardedVisit } from '../../shared/browser/guarded-visit.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Submission } from '../../shared/model/submission.ts';
import { aCheck } from '../support/a-check.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { inEnglish } from '../support/said.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { anInside, anInternet, type Inside, publicAddress, secret, untouched } from './an-inside.ts';
import { aVisitOf, onThePublicInternet } from './guarded-deps.ts';

let inside: Inside;
let shop: TestServer;

beforeAll(async () => {
  inside = await anInside();
  const forms = Object.entries(formsThatSend(inside.port)).map(([name, page]): [string, string] => [`/${name}`, page]);
  shop = await serve({
    ...Object.fromEntries(forms),
    '/api/one-of-two': thanks,
    '/api/elsewhere': thanks,
    '/api/on': (_, response) =>
      response
        .writeHead(307, { location: `http://127.0.0.1:${inside.port}/send`, 'access-control-allow-origin': '*' })
        .end(),
    '/api/on-and-on': (_, response) => response.writeHead(307, { location: '/api/on' }).end(),
  });
});
afterAll(async () => {
  await shop.close();
  inside.close();
});

function thanks(_: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' }).end('Thank you!');
}

/** A contact form. @param script what its button does; `say` shows the visitor a sentence */
function form(script: string, attributes = ''): string {
  const saying = `const form = document.forms[0]; const say = (text) => { form.querySelector('[role=status]').textContent = text };`;
  return `<!doctype html><html lang="en"><title>Contact</title><h1>Write to us</h1><form ${attributes}>
<label>Your name <input name="name" required></label><label>E-mail <input type="email" name="email" required></label>
<label>Message <textarea name="message" required></textarea></label><button>Send message</button><p role="status"></p></form>
<script>${saying}${script}</script>`;
}

function sending(how: string): string {
  return form(`form.onsubmit = () => { const typed = new URLSearchParams(new FormData(form)); ${how}; return false }`);
}

function fetching(url: string): string {
  return `fetch('${url}', { method: 'POST', body: typed }).then((answer) => answer.text()).then((text) => say(text || 'Thank you!'), () => say('Sorry, that failed'))`;
}

/** By the way that the message takes. */
function formsThatSend(port: number): Readonly<Record<string, string>> {
  const at = (host: string): string => `http://${host}:${port}/send`;
  return {
    'by-itself': form('', `method="post" action="${at('127.0.0.1')}"`),
    'in-its-address': form('', `method="get" action="${at('[::1]')}"`),
    'to-a-new-tab': form('', `method="post" target="_blank" action="${at('127.0.0.1')}"`),
    'by-fetch': sending(fetching(at('127.0.0.1'))),
    'by-fetch-to-localhost': sending(fetching(at('localhost'))),
    'by-fetch-to-a-private-address': sending(fetching('http://192.168.1.10/send')),
    'by-xhr': sending(
      `const request = new XMLHttpRequest(); request.open('POST', '${at('127.0.0.1')}'); request.onload = () => say(request.responseText); request.send(typed)`,
    ),
    'by-beacon': sending(`navigator.sendBeacon('${at('127.0.0.1')}', typed)`),
    'by-worker': sending(
      `new Worker(URL.createObjectURL(new Blob(["onmessage = ({ data }) => fetch('${at('127.0.0.1')}', { method: 'POST', body: data, mode: 'no-cors' })"]))).postMessage(String(typed))`,
    ),
    'to-a-name': sending(fetching(at('inside.example'))),
    'to-a-turning-name': sending(fetching(at('turning.example'))),
    'on-by-itself': form('', 'method="post" action="/api/on"'),
    'on-by-fetch': sending(fetching('/api/on')),
    'on-and-on': sending(fetching('/api/on-and-on')),
    'to-two-places': sending(
      `fetch('${at('localhost')}', { method: 'POST', body: typed }); ${fetching('/api/one-of-two')}`,
    ),
    'by-socket': form(
      `const socket = new WebSocket('ws://127.0.0.1:${port}/send'); form.onsubmit = () => { try { socket.send(form.email.value) } catch {} say(socket.readyState === 1 ? 'Thank you!' : 'Sorry, that failed'); return false }`,
    ),
    elsewhere: sending(fetching("' + location.origin.replace('shop', 'other') + '/api/elsewhere")),
  };
}

interface Tried {
  /** In English. */
  readonly result: ReturnType<typeof inEnglish<Result>> | undefined;
  readonly submissions: readonly Submission[];
}

async function tryForm(name: string, mode: 'rehearse' | 'submit'): Promise<Tried> {
  const check = aCheck({ id: 'website/form', url: `http://shop.example:${new URL(shop.url).port}/${name}` });
  const visit = aVisitOf({ ...check, options: { ...check.options, mode } });
  const submissions = emptySubmissions();
  const [result] = await guardedVisit(
    visit,
    onThePublicInternet,
    (guarding) => runVisit(visit, { ...onThePublicInternet, submissions, ...guarding }),
    anInternet({ 'turning.example': [publicAddress, '127.0.0.1'] }),
  );
  return { result: result && inEnglish(result), submissions: submissions.all };
}

const lost = {
  outcome: 'failed',
  cause: 'form-error',
  reason: expect.stringContaining('Messages from the form are lost'),
};
const doubtful = (says: string) => ({
  outcome: 'unknown',
  cause: 'private-address',
  reason: expect.stringContaining(says),
});

// Side by side: a form visit waits more than it computes.
describe.concurrent('a form that sends inside', () => {
  const named = Object.keys(formsThatSend(0)).filter((name) => /^by-(?!socket)|^in-its|^to-a-new/.test(name));
  const modes = ['rehearse', 'submit'] as const;
  // A rehearsal stops every way at the same place.
  const rehearsed = ['by-itself', 'by-fetch', 'by-beacon'];

  it.each([
    ...named.map((name) => ({ mode: 'submit' as const, name })),
    ...rehearsed.map((name) => ({ mode: 'rehearse' as const, name })),
  ])(
    '$name is red when it names the address itself ($mode): every visitor gets the same form, and nothing counts as sent',
    async ({ mode, name }) => {
      const { result, submissions } = await tryForm(name, mode);
      expect(result).toMatchObject(lost);
      expect(result?.reason).toMatch(
        /sends them to http:\/\/\S+, an address that exists only on the visitor's own computer/,
      );
      expect(JSON.stringify(result)).not.toContain(secret);
      expect(submissions).toEqual([]);
      expect(inside).toMatchObject(untouched);
    },
  );

  it.each(modes)('is grey when a name leads there: other name servers may say otherwise (%s)', async (mode) => {
    const { result, submissions } = await tryForm('to-a-name', mode);
    expect(result).toMatchObject(doubtful('inside.example resolves to 127.0.0.1, which is not on the public internet'));
    expect(submissions).toEqual([]);
    expect(inside).toMatchObject(untouched);
  });

  it('is grey when a name leads there only after it was checked', async () => {
    const { result } = await tryForm('to-a-turning-name', 'submit');
    expect(result).toMatchObject(
      doubtful('turning.example resolves to 127.0.0.1, which is not on the public internet'),
    );
    expect(inside).toMatchObject(untouched);
  });

  it.each(['on-by-itself', 'on-by-fetch', 'on-and-on'])(
    'is grey when its server leads there after the message was sent (%s)',
    async (name) => {
      const { result, submissions } = await tryForm(name, 'submit');
      expect(result).toMatchObject(doubtful(`its server then redirects to http://127.0.0.1:${inside.port}/send`));
      expect(submissions).toHaveLength(1);
      expect(inside).toMatchObject(untouched);
    },
  );

  it('beside its server is as good as any: the server gets the message, once', async () => {
    const { result, submissions } = await tryForm('to-two-places', 'submit');
    expect(result).toMatchObject({ outcome: 'measured', reason: 'The form was sent and confirmed: "Thank you!"' });
    expect(submissions).toHaveLength(1);
    expect(shop.hits.filter((hit) => hit === 'POST /api/one-of-two')).toHaveLength(1);
    expect(inside).toMatchObject(untouched);
  });

  it.each(modes)('through a socket gets no answer there (%s)', async (mode) => {
    const { result } = await tryForm('by-socket', mode);
    expect(result?.outcome).not.toBe('measured');
    expect(inside).toMatchObject(untouched);
  });
});

describe.concurrent('a form that sends to another public host', () => {
  it('is sent there through the guard, and its answer is read', async () => {
    const { result } = await tryForm('elsewhere', 'submit');
    expect(result).toMatchObject({ outcome: 'measured', reason: 'The form was sent and confirmed: "Thank you!"' });
    expect(shop.hits.filter((hit) => hit === 'POST /api/elsewhere')).toHaveLength(1);
  });
});
