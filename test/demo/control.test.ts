import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';
import { listensOn } from './loopback.ts';

let demo: Awaited<ReturnType<typeof createDemoBusiness>>;
beforeEach(async () => {
  demo = await createDemoBusiness();
});
afterEach(() => demo.close());

const control = async (method: string, path: string): Promise<unknown> =>
  (await fetch(new URL(path, demo.controlUrl), { method })).json();

it('lists eleven faults, each with its state and a sentence', async () => {
  await control('PUT', '/faults/form-500');
  const list = await control('GET', '/faults');
  expect(list).toHaveLength(11);
  expect(list).toContainEqual({
    name: 'form-500',
    on: true,
    sentence: 'The contact form’s endpoint answers 500 to everything but reading the page.',
  });
  expect(list).toContainEqual(expect.objectContaining({ name: 'down', on: false }));
});

it('switches one fault on and off, and all off', async () => {
  expect(await control('PUT', '/faults/down')).toMatchObject({ name: 'down', on: true });
  expect(await listensOn(demo.url)).toBe(false);
  expect(await control('DELETE', '/faults/down')).toMatchObject({ name: 'down', on: false });
  expect((await fetch(demo.url)).status).toBe(200);

  await control('PUT', '/faults/slow-server');
  await control('PUT', '/faults/wrong-phone');
  await control('DELETE', '/faults');
  expect(demo.activeFaults().size).toBe(0);
});

it('counts requests by method and path, and shows and forgets submissions', async () => {
  const body = new URLSearchParams({ name: 'Ivan', email: 'ivan@example.com', message: 'Hi', consent: 'yes' });
  await fetch(new URL('/contact?from=ad', demo.url));
  await fetch(new URL('/contact', demo.url), { method: 'POST', body });
  expect(await control('GET', '/requests')).toEqual({ 'GET /contact': 1, 'POST /contact': 1 });
  expect(await control('GET', '/submissions')).toMatchObject([{ name: 'Ivan', message: 'Hi' }]);
  expect(await control('DELETE', '/submissions')).toEqual([]);
  expect(demo.submissions()).toEqual([]);
});

it('answers what it does not know with a sentence', async () => {
  expect(await control('PUT', '/faults/form-505')).toEqual({
    error: expect.stringMatching(/^There is no fault "form-505"\. Choose one of: down, slow-server/),
  });
  expect(await control('POST', '/faults')).toEqual({ error: expect.stringContaining('does not know POST /faults') });
  expect(await control('POST', '/faults/down')).toEqual({ error: 'A fault takes GET, PUT and DELETE.' });
});

it('rejects with a sentence when a port is taken, and leaves nothing open', async () => {
  const taken = Number(new URL(demo.url).port);
  const sentence = `Port ${taken} on 127.0.0.1 is already in use. Choose another one, or 0 for any free port.`;
  await expect(createDemoBusiness({ port: taken })).rejects.toThrow(sentence);
  const passing = await createDemoBusiness();
  await passing.close();
  const port = Number(new URL(passing.url).port);
  await expect(createDemoBusiness({ port, controlPort: taken })).rejects.toThrow(sentence);
  expect(await listensOn(passing.url)).toBe(false);
});

it('closes both ports, also with an open connection and while it is down', async () => {
  await fetch(demo.url);
  await demo.close();
  expect([await listensOn(demo.url), await listensOn(demo.controlUrl)]).toEqual([false, false]);

  const broken = await createDemoBusiness({ faults: ['down'] });
  expect(await listensOn(broken.url)).toBe(false);
  await broken.close();
});
