import { expect, test } from 'vitest';
import { pack, type Remembered, rememberedSchema } from '../../functions/probe-social/platforms/mailbox-remembered.ts';
import { formWords } from '../../shared/evaluation/mail/who-writes.ts';

const remembered: Remembered = {
  ...{ key: 'k', id: 'i', parent: '', thread: 't', at: 1_763_280_000_000, voice: 'customer', author: 'a', matter: 'm' },
  ...{ viaForm: true, noReply: null, unread: '7:INBOX/From the site' },
};

test('a mailbox remembers which mails a form sent, and reads what was remembered before it did', () => {
  const ordinary = { ...remembered, viaForm: false };
  expect(rememberedSchema.parse([pack(remembered), pack(ordinary)])).toEqual([remembered, ordinary]);
  expect(rememberedSchema.parse(['k i  t 1763280000 customer a m  7:INBOX/From the site'])).toEqual([ordinary]);
});

test.each([
  ['Name: Ann\nEmail: ann@mail.example\nMessage: Do you deliver?', 'Do you deliver?'],
  ['Ім’я: Анна\nПошта: ann@mail.example\nПовідомлення:\nЧи є доставка?', 'Чи є доставка?'],
  ['Имя: Анна\nТелефон: 123\nВопрос: Есть доставка?\nСпасибо', 'Есть доставка?\nСпасибо'],
])("of a form's mail, what the visitor wrote is kept: %j", (text, expected) => {
  expect(formWords(text)).toBe(expected);
});
