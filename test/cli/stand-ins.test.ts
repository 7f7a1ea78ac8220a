import { describe, expect, test } from 'vitest';
import { createStandIns } from '../../cli/wrong/stand-ins.ts';
import { cpuMs } from '../support/cpu-ms.ts';

const standIns = () => createStandIns(['coffeelab.kyiv.ua', 'www.coffeelab.kyiv.ua']);

/** What a text would look like if nothing but its shape was left: letters, capitals, digits. */
function shape(text: string): string {
  return text
    .replaceAll(/\p{Lu}/gu, 'A')
    .replaceAll(/\p{L}/gu, 'a')
    .replaceAll(/\p{Nd}/gu, '0');
}

describe('a stand-in takes the place of what may be personal', () => {
  test.each([
    ['a name in a greeting', 'Thank you, Olena Kovalenko!', /Olena|Kovalenko/],
    ['a name in small letters', 'thank you, olena kovalenko', /olena|kovalenko/],
    ['a name in capitals', 'OLENA KOVALENKO', /OLENA|KOVALENKO/],
    ['a name in Cyrillic', 'Дякуємо, Ірино Шевченко!', /Ірино|Шевченко/],
    ['a name in Hebrew', 'תודה נועה', /נועה/],
    ['a name in Chinese', '谢谢王小明', /王小明/],
    ['a name with marks of its own', 'Dzie\u0328kuje\u0328 Ste\u0301phane', /St/],
    ['a phone number', '+380 44 123 45 67', /123 45 67/],
    ['a phone number without a country', '044-123-45-67', /123-45-67/],
    ['a phone number in Arabic digits', '٠٤٤١٢٣٤٥٦٧', /١٢٣٤٥٦٧/],
    ['a phone number in wide digits', '０４４１２３４５６７', /１２３４５６７/],
    ['the number of a card', '4111 1111 1111 1234', /1234|1111 1111/],
    ['a date of birth', '12.05.1990', /1990/],
    ['the number of an order', 'order 48213', /48213/],
    ['an address', 'вул. Хрещатик 12', /Хрещатик/],
    ['a handle', '@olena_k', /olena/],
    ['a handle beside a number', 'olena1990', /olena|1990/],
    ['a token', 'eyJhbGciOiJIUzI1NiJ9.abc123', /eyJ|abc123/],
  ])('%s', (_, text, personal) => {
    const replaced = standIns().text(text);
    expect(replaced).not.toMatch(personal);
    const withoutMarks = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
    expect(shape(replaced)).toBe(shape(text.includes('\u0301') ? withoutMarks : text));
  });

  test.each([
    ['an email address', 'mailto:olena@coffeelab.kyiv.ua?subject=For%20Olena', /olena|coffeelab/i],
    ['a dialled number', 'tel:+380441234567', /1234567/],
    ['a number in an address', 'viber://chat?number=%2B380441234567', /1234567/],
    ['a page of a person', 'https://t.me/olena_k', /olena/],
    ['the path of a person', 'https://coffeelab.kyiv.ua/doctors/olena-kovalenko', /olena|kovalenko|coffeelab/],
    [
      'an escaped name',
      'https://coffeelab.kyiv.ua/%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0',
      /%D0%9E%D0%BB%D0%B5%D0%BD%D0%B0|Олена/,
    ],
    ['an escaped email address', 'https://a.example/?u=olena%40b.example', /olena/],
    ['somebody who is logged in', 'https://olena:secret@coffeelab.kyiv.ua/', /olena|secret/],
    ["a customer's own name at a service", 'https://olena.tilda.ws/contact', /olena/],
    ['an address that cannot be read', 'https://olena:99999999/kovalenko', /olena|kovalenko/],
    ['a name before a colon', 'Olena:0441234567', /Olena|1234567/i],
    ['the number of a host', 'http://203.7.9.5/admin', /203\.7/],
    ['what is behind the sign for a place', 'https://coffeelab.kyiv.ua/#olena', /olena/],
    ['escapes that mean nothing', 'https://coffeelab.kyiv.ua/%E0%A4%A/olena', /olena/],
  ])('in addresses: %s', (_, address, personal) => {
    for (const replaced of [standIns().url(address), standIns().text(address)]) {
      expect(replaced).not.toMatch(personal);
      expect(replaced).not.toBe('');
    }
  });
});

test('numbers of hosts become those of no host', () => {
  expect(standIns().text('inside.example resolves to 10.0.0.7')).toMatch(/192\.0\.2\.\d+$/);
  expect(standIns().host('2a00:1450:4001::200e')).toMatch(/^2001:db8::/);
});

describe('what explains the mistake stays', () => {
  test('words that Touchlight looks for, prices and hours', () => {
    const text = 'Телефонуйте: пн-пт 09:00-18:00, 450 грн. Contact us by email or phone';
    const { text: replaced } = standIns();
    for (const kept of ['Телефонуйте', 'пн-пт 09:00-18:00', '450 грн', 'Contact', 'email', 'phone']) {
      expect(replaced(text)).toContain(kept);
    }
  });

  test('selectors, names of fields and errors of scripts, but for what they quote', () => {
    const { code } = standIns();
    expect(code('#lead-form .wpcf7 > input[name=your-email]')).toBe('#lead-form .wpcf7 > input[name=your-email]');
    expect(code('tracker.track is not a function')).toBe('tracker.track is not a function');
    expect(code(`Unexpected token 'O', "Olena K" is not valid JSON`)).not.toContain('Olena');
  });

  test('services, and which country the names of hosts are of', () => {
    const { url } = standIns();
    expect(url('https://coffeelab.kyiv.ua/contact')).toBe('https://site-ua.example/contact');
    expect(url('https://www.coffeelab.kyiv.ua/contact')).toBe('https://site-ua.example/contact');
    expect(url('https://www.googletagmanager.com/gtag/js')).toContain('googletagmanager.com/');
    expect(url('mailto:somebody@gmail.com')).toContain('@gmail.com');
    expect(url('http://127.0.0.1:8080/')).toBe('http://127.0.0.1:8080/');
  });
});

test('the same has the same stand-in, however it is written, and others have another', () => {
  const { text, url } = standIns();
  const digitsOf = (written: string): string => written.replaceAll(/\D/g, '').slice(-7);
  expect(digitsOf(text('+380 (44) 123-45-67'))).toBe(digitsOf(url('tel:0441234567')));
  expect(digitsOf(text('044 765 43 21'))).not.toBe(digitsOf(text('044 123 45 67')));
  expect(text('Olena').toLowerCase()).toBe(text('OLENA').toLowerCase());
  const names = ['Olena', 'Maria', 'Ivan', 'Petro', 'Oksana', 'Taras', 'Halyna', 'Bohdan', 'Yurii', 'Iryna'];
  expect(new Set(names.map(text)).size).toBe(names.length);
});

test('a long text takes no longer than its length', () => {
  const { text, code } = standIns();
  const computedMs = cpuMs(() => {
    for (const piece of ['a', '1', '%41', '"', '. ', 'a.']) {
      text(piece.repeat(100_000));
      code(piece.repeat(100_000));
    }
  });
  expect(computedMs).toBeLessThan(10_000);
});
