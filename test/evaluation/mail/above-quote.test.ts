import { describe, expect, it } from 'vitest';
import { aboveQuote } from '../../../shared/evaluation/mail/above-quote.ts';

const said = 'Passt, danke';

describe('what somebody wrote, without what he quotes', () => {
  it.each([
    {
      program: 'Gmail',
      quote: 'On Tue, 4 Nov 2025 at 10:00, Coffee Lab <info@coffeelab.example> wrote:\n> When?\n> Tomorrow?',
    },
    {
      program: 'Gmail, its line broken',
      quote: 'On Tue, Nov 4, 2025 at 10:00 AM Coffee Lab\n<info@coffeelab.example> wrote:\n\nWhen?',
    },
    {
      program: 'Gmail in German',
      quote: 'Am Di., 4. Nov. 2025 um 10:00 Uhr schrieb Coffee Lab <info@coffeelab.example>:\n\n> Wann?',
    },
    {
      program: 'Gmail in Ukrainian',
      quote: 'вт, 4 лист. 2025 р. о 10:00 Coffee Lab <info@coffeelab.example> пише:\n\n> Коли?',
    },
    {
      program: 'Gmail in Russian',
      quote: 'вт, 4 нояб. 2025 г. в 10:00, Coffee Lab <info@coffeelab.example>:\n\n> Когда?',
    },
    {
      program: 'Gmail in French',
      quote: 'Le mar. 4 nov. 2025 à 10:00, Coffee Lab <info@coffeelab.example> a écrit :\n\n> Quand ?',
    },
    {
      program: 'Gmail in Polish',
      quote: 'wt., 4 lis 2025 o 10:00 Coffee Lab <info@coffeelab.example> napisał(a):\n\n> Kiedy?',
    },
    {
      program: 'Gmail in Dutch',
      quote: 'Op di 4 nov 2025 om 10:00 schreef Coffee Lab <info@coffeelab.example>:\n\n> Wanneer?',
    },
    {
      program: 'Apple Mail',
      quote: '> On 4 Nov 2025, at 10:00, Coffee Lab <info@coffeelab.example> wrote:\n> \n> When?',
    },
    { program: 'Yandex', quote: '04.11.2025, 10:00, "Coffee Lab" <info@coffeelab.example>:\n> Когда?' },
    {
      program: 'mail.ru',
      quote: '>Вторник, 4 ноября 2025, 10:00 +03:00 от Coffee Lab <info@coffeelab.example>:\n>Когда?',
    },
    {
      program: 'Outlook',
      quote:
        'From: Coffee Lab <info@coffeelab.example>\nSent: Tuesday, 4 November 2025 10:00\nTo: Ann\nSubject: Cake\n\nWhen?',
    },
    {
      program: 'Outlook in German',
      quote:
        '________________________________\nVon: Coffee Lab <info@coffeelab.example>\nGesendet: Dienstag, 4. November 2025 10:00\nAn: Ann\nBetreff: Torte\n\nWann?',
    },
    {
      program: 'Outlook in Ukrainian',
      quote:
        'Від: Coffee Lab <info@coffeelab.example>\nНадіслано: 4 листопада 2025 р. 10:00\nКому: Анна\nТема: Торт\n\nКоли?',
    },
    { program: 'Outlook of old', quote: '-----Original Message-----\nFrom: Coffee Lab\nWhen?' },
    { program: 'a forwarding', quote: '---------- Forwarded message ---------\nFrom: Coffee Lab\nWhen?' },
    {
      program: 'a ticket system',
      quote: '##- Please type your reply above this line -##\nWe have received your request.',
    },
  ])('$program', ({ quote }) => {
    expect(aboveQuote(`${said}\n\n${quote}`)).toBe(said);
  });

  it('reads an answer below the quote, and one between its lines', () => {
    const intro = 'On Tue, 4 Nov 2025 at 10:00, Coffee Lab <info@coffeelab.example> wrote:';
    expect(aboveQuote(`${intro}\n> When?\n\nTomorrow at eight`)).toBe('Tomorrow at eight');
    expect(aboveQuote(`${intro}\n> When?\nSaturday\n> How many?\ntwelve`)).toBe('Saturday\ntwelve');
  });

  it.each([
    '-- \nAnn Koval\nHead of Cakes',
    'Sent from my iPhone',
    'Надіслано з iPhone',
    'Von meinem iPhone gesendet',
    'This email is confidential. Do not reply.',
  ])('ends before "%s"', (foot) => {
    expect(aboveQuote(`${said}\n\n${foot}`)).toBe(said);
  });

  it('keeps a mail that only looks as if it quoted', () => {
    const text = 'From Monday on we are six.\nTo be sure: is that fine?\nAnn wrote it down in 2024.';
    expect(aboveQuote(text)).toBe(text);
  });

  it('leaves nothing of a forwarding without a word, or of no text', () => {
    expect(aboveQuote('---------- Forwarded message ---------\nFrom: a\n\nhello')).toBe('');
    expect(aboveQuote('')).toBe('');
  });
});
