import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestSent, withoutIdentifiers } from '../../../shared/evaluation/themes/without-identifiers.ts';
import { cpuMs } from '../../support/cpu-ms.ts';

it('takes out addresses, links, handles, long numbers and the author’s name, and leaves the rest', () => {
  const sent = (text: string, author: string | null = null): string => withoutIdentifiers(text, author);
  expect(sent('Пишіть на olena@приклад.укр або office@coffee-lab.example!')).toBe('Пишіть на [address] або [address]!');
  expect(sent('See www.example.com/a?b=1 or t.me/annk, not 3.5 stars')).toBe('See [link] or [link] not 3.5 stars');
  expect(sent('@ann_k told me, at 10:30, for 1200 UAH')).toBe('[name] told me, at 10:30, for 1200 UAH');
  expect(sent('Card 4111 1111 1111 1111, phone (044) 123-45-67, order 20261123001')).toBe(
    'Card [number], phone ([number], order [number]',
  );
  expect(sent('ОЛЕНА тут, Оленаж ні. Ko waited', 'Олена К. Ko')).toBe('[name] тут, Оленаж ні. Ko waited');
  expect(sent('a.*+b waits', '.*+ (x')).toBe('a.*+b waits');
  expect(sent('See annk.dev/me or bit.ly/annk, 3.5/5')).toBe('See [link] or [link] 3.5/5');
  expect(sent('050_123_45_67, ٠٥٠١٢٣٤٥٦٧, Andri\u0438\u0306', 'Andri\u0439')).toBe('[number], [number], [name]');
  expect(sent(`${'x'.repeat(longestSent - 10)} ann@example.com`)).not.toContain('ann');
});

it('cuts what is long, in no time', () => {
  expect(withoutIdentifiers('я'.repeat(100_000), null)).toHaveLength(longestSent);
  const computedMs = cpuMs(() => {
    for (const part of ['a.', '1 ', '@a', 'a@', 'a-', '+1-']) withoutIdentifiers(part.repeat(50_000), 'a'.repeat(50));
  });
  expect(computedMs).toBeLessThan(2000);
});

it('leaves no address and no phone number in any text', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 15 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), digits, fc.emailAddress(), (text, phone, address) => {
      const sent = withoutIdentifiers(`${text} +${phone} ${text} ${address} ${text}`, null);
      expect(sent).not.toContain(phone);
      expect(sent).not.toContain(address);
    }),
    { numRuns: 200 },
  );
});
