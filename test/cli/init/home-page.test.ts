import { describe, expect, it } from 'vitest';
import { readHomePage } from '../../../cli/init/home-page.ts';
import { socialPages } from '../../../cli/init/social-pages.ts';

const url = 'https://coffeelab.example/';

describe('what is taken from the home page', () => {
  it('name, language and country from the text of the page', () => {
    const page = readHomePage(
      `<html lang="de-AT"><title>Kaffee &amp; Kuchen | Startseite</title>
       <script type="application/ld+json">{"@graph":[{"@type":"CafeOrCoffeeShop","name":"Café Zentral","address":{"addressCountry":"AT"}}]}</script>
       <script type="application/ld+json">{broken</script><a class=x href="/kontakt">Kontakt</a>`,
      url,
    );
    expect(page).toEqual({
      names: ['Café Zentral', 'Kaffee & Kuchen'],
      language: 'de-AT',
      country: 'AT',
      hours: null,
      links: ['https://coffeelab.example/kontakt'],
    });
  });

  it('no control characters of a hostile title', () => {
    expect(readHomePage('<title>A\u001b[31m\n\u202eB</title>', url).names).toEqual(['A [31m B']);
  });

  it.each([
    ['in noscript', '<noscript><a href="/hidden">Facebook</a></noscript>'],
    ['in a comment', '<!-- <a href="/hidden">Facebook</a> -->'],
    ['in a template', '<TEMPLATE id="t"><a href="/hidden">Facebook</a></TEMPLATE>'],
    ['in a script', `<script>document.write('<a href="/hidden">Facebook</a>')</script>`],
  ])('no links that stand %s', (_, hidden) => {
    const page = readHomePage(`<a href="/before">A</a>${hidden}<a href="/after">B</a>`, url);
    expect(page.links).toEqual([`${url}before`, `${url}after`]);
  });

  it('the links behind a comment that never ends', () => {
    expect(readHomePage('<!-- <a href="/after">B</a>', url).links).toEqual([`${url}after`]);
  });

  it('no greeting of a title', () => {
    expect(readHomePage('<title>Welcome to Gurkhas</title>', url).names).toEqual(['Gurkhas']);
    expect(readHomePage('<title>Ласкаво просимо до Кав’ярні</title>', url).names).toEqual(['Кав’ярні']);
  });

  it('social pages by their addresses, and no buttons for sharing or bare coordinates', () => {
    const pages = socialPages([
      "https://www.google.com/maps/place/27%C2%B052'11.5%22N+84%C2%B030'",
      'https://www.google.com/maps/place/27.8,84.5/@27.8,84.5,17z',
      'https://www.facebook.com/sharer/sharer.php?u=x',
      'https://www.facebook.com/coffeelab',
      'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      'https://www.threads.com/@coffeelab?igshid=x',
      'https://www.tiktok.com/@coffeelab',
      'https://www.linkedin.com/company/12345678/',
      'https://vk.com/club12345',
      'https://t.me/share/url?url=x',
      'https://x.com/coffeelab',
      'https://www.google.com/maps/place/Coffee+Lab/@50.4,30.5',
      'https://www.trustpilot.com/review/coffeelab.example',
      'mailto:a@b.example',
    ]);
    expect(pages.map(({ kind, account }) => [kind, account])).toEqual([
      ['facebook', null],
      ['youtube', 'UCabcdefghijklmnopqrstuv'],
      ['threads', null],
      ['tiktok', null],
      ['linkedin', '12345678'],
      ['vk', '12345'],
      ['x', null],
      ['google-reviews', null],
      ['trustpilot', null],
    ]);
  });
});
