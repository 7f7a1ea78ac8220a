import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';

let demo: Awaited<ReturnType<typeof createDemoBusiness>>;
beforeAll(async () => {
  demo = await createDemoBusiness({ now: () => new Date('2026-11-02T09:30:00Z') });
});
beforeEach(() => demo.forgetSubmissions());
afterAll(() => demo.close());

const filledIn = { name: 'Olena', email: 'olena@example.com', phone: '', message: 'Two bags, please.', consent: 'yes' };
const asked = { accept: 'application/json' };
const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = asked) =>
  fetch(new URL('/contact', demo.url), { method: 'POST', body, headers });
const sentence = async (answer: Response): Promise<unknown> => ({ status: answer.status, ...(await answer.json()) });

it('answers a plain post with a thank-you page and keeps the message', async () => {
  const answer = await post(new URLSearchParams(filledIn), { accept: 'text/html' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('<h1>Thank you, Olena. We answer within a working day.</h1>');
  expect(demo.submissions()).toEqual([{ ...filledIn, consent: true, receivedAt: '2026-11-02T09:30:00.000Z' }]);
});

it.each([
  ['urlencoded', () => post(new URLSearchParams(filledIn))],
  ['JSON', () => post(JSON.stringify(filledIn), { ...asked, 'content-type': 'application/json' })],
])('answers a script that sends %s with the sentence for the visitor', async (_, send) => {
  expect(await sentence(await send())).toEqual({
    status: 200,
    message: 'Thank you, Olena. We answer within a working day.',
  });
  expect(demo.submissions()).toHaveLength(1);
});

it.each([
  ['name', 'Please tell us your name.'],
  ['email', 'Please give us an e-mail address that we can answer, such as olena@example.com.'],
  ['message', 'Please write a message.'],
  ['consent', 'Please tick the box: without it we may not use your details to answer you.'],
])('says what is missing when %s is', async (field, error) => {
  const { [field as keyof typeof filledIn]: _, ...rest } = filledIn;
  expect(await sentence(await post(new URLSearchParams(rest)))).toEqual({ status: 422, error });
  expect(demo.submissions()).toEqual([]);
});

it('shows the form again with what was typed, escaped, when a plain post lacks something', async () => {
  const answer = await post(new URLSearchParams({ ...filledIn, message: '', name: '"><script>alert(1)</script>' }), {});
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain('role="alert">Please write a message.</p>');
  expect(page).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
});

it('takes 16 KB at most and says so even to who sends much more', async () => {
  for (const length of [16_385, 5_000_000]) {
    const answer = await post('m'.repeat(length), { ...asked, 'content-type': 'application/json' });
    expect(await sentence(answer)).toEqual({
      status: 413,
      error: 'Your message is too long: we take 16384 bytes at most. Please shorten it.',
    });
  }
  expect(demo.submissions()).toEqual([]);
});

it.each([
  [
    'text/plain',
    'hello',
    415,
    'This form takes application/x-www-form-urlencoded or application/json, not text/plain.',
  ],
  ['application/json', '{', 400, 'The message is not a JSON object. Please send the fields of the form.'],
  ['application/json', '[1]', 400, 'The message is not a JSON object. Please send the fields of the form.'],
])('refuses %s %s', async (type, body, status, error) => {
  expect(await sentence(await post(body, { ...asked, 'content-type': type }))).toEqual({ status, error });
});
