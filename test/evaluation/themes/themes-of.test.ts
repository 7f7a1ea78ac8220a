import { describe, expect, it } from 'vitest';
import { themesOf } from '../../../shared/evaluation/themes/themes-of.ts';

const none = { complaints: [], praises: [] };

describe('what one text complains of and praises', () => {
  it.each([
    ['They promised to call back and nobody did.', 1, ['no-answer']],
    ['Менеджер так і не передзвонив.', 1, ['no-answer']],
    ['Менеджер так и не перезвонил.', 1, ['no-answer']],
    ['Чекали на замовлення годину.', 2, ['waiting']],
    ['Нам нагрубили на кассе.', 1, ['rude']],
    // A receiver is not somebody who does not listen.
    ['Ніхто не бере слухавку.', 2, ['no-answer']],
    ['Лікар не бере слухавку.', 2, ['no-answer']],
    ['Адміністратор нас навіть не слухала.', 2, ['rude']],
  ] as const)('%s', (text, rating, complaints) => {
    expect(themesOf(text, rating).complaints).toEqual(complaints);
  });

  it.each([
    ['Unlike the place where nobody answers the phone, they were quick.', 5],
    ['Нас не заставили ждать.', 5],
    ['Ніхто не змушував чекати, все чудово.', 5],
    ['Is anybody open on Sunday?', null],
  ] as const)('nobody complains here: %s', (text, rating) => {
    expect(themesOf(text, rating).complaints).toEqual([]);
  });

  it('a comment without stars counts only what it says outright', () => {
    expect(themesOf('Staff', null)).toEqual(none);
    expect(themesOf('Nobody answers your phone!', null).complaints).toEqual(['no-answer']);
  });

  it('is nothing where nothing is said, whatever is written', () => {
    for (const text of ['', ' ', '😍😍', '###', '|||', '…', '\u0000', '𝔘𝔫𝔦', '​'])
      expect(themesOf(text, 1)).toEqual(none);
  });

  it('reads the beginning of a text that was written to be endless', () => {
    const endless = ['nobody ', 'не ', 'a', 'wait ', '|# '].map((part) => part.repeat(200_000));
    for (const text of endless) expect(themesOf(text, 1)).toEqual(themesOf(text.slice(0, 10_000), 1));
  });
});
