import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contacts } from '../../functions/probe-page/contacts/probe.ts';
import { aContactsSite, type ContactsSite } from './contacts-site.ts';

interface Relative {
  /** The public report that it comes from. */
  readonly source: string;
  readonly lang: string;
  readonly body: string;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
}

const own = 'own';
const page = ({ lang, body }: Relative): string =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Page</title><body>${body}</body></html>`;

const relatives: Readonly<Record<string, Relative>> = {
  'the fax in the cell after its word': {
    source: 'okfde/codefor.de#333',
    lang: 'de-DE',
    body: '<h1>Malerbetrieb</h1><table><tr><td>Telefon</td><td>030 23125 470</td></tr><tr><td>Fax</td><td>030 23125 479</td></tr></table>',
    phones: ['+493023125470'],
  },
  'the fax in the column under its word': {
    source: own,
    lang: 'pl-PL',
    body: '<h1>Oddziały</h1><table><tr><th>Miasto</th><th>Telefon</th><th>Faks</th></tr><tr><td>Warszawa</td><td>22 123 45 67</td><td>22 123 45 68</td></tr></table>',
    phones: ['+48221234567'],
  },
  'the fax as a definition': {
    source: own,
    lang: 'fr-FR',
    body: '<h1>Cabinet</h1><dl><dt>Tél.</dt><dd>04 78 00 01 23</dd><dt>Télécopie</dt><dd>04 78 00 01 24</dd></dl>',
    phones: ['+33478000123'],
  },
  'the fax that is a tel: link': {
    source: 'confusedbuffalo/phone-report#55',
    lang: 'de-DE',
    body: '<h1>Praxis</h1><p>Tel. <a href="tel:+4971121950123">0711 21950123</a><br>Fax <a href="tel:+4971121950124">0711 21950124</a></p>',
    phones: ['+4971121950123'],
  },
  'bare digits behind the icon of a telephone, and a fax behind its own': {
    source: own,
    lang: 'uk',
    body: '<h1>Кав’ярня</h1><p><i class="fa fa-phone"></i> 0441234567</p><p><i class="fas fa-fax"></i> 0441234568</p>',
    phones: ['0441234567'],
  },
  'an address that CSS draws from data': {
    source: 'medialab/website#322',
    lang: 'fr',
    body: '<style>.m::before{content:attr(data-user) "@" attr(data-host)}</style><h1>Atelier</h1><p>Écrivez-nous : <span class="m" data-user="contact" data-host="atelier.example"></span></p>',
    emails: ['contact@atelier.example'],
  },
  'an address of which CSS draws the half': {
    source: 'medialab/website#322',
    lang: 'en',
    body: '<style>.m::after{content:"@studio.example"}</style><h1>Studio</h1><p>Write to <span class="m">hello</span> today</p>',
    emails: ['hello@studio.example'],
  },
  'an address that is turned round in two pieces': {
    source: 'coston/react-obfuscate#23',
    lang: 'en',
    body: '<style>.t{unicode-bidi:bidi-override;direction:rtl}</style><h1>Studio</h1><p><a href="#"><span class="t">elpmaxe.<b>oiduts@olleh</b></span></a></p>',
    emails: ['hello@studio.example'],
  },
  'a number in a field that only shows it': {
    source: own,
    lang: 'en',
    body: '<h1>Studio</h1><label>Phone <input readonly value="+1 512 555 0143"></label> <button>Copy</button>',
    phones: ['+15125550143'],
  },
  'an address in an area of text that is switched off': {
    source: own,
    lang: 'en',
    body: '<h1>Studio</h1><p>Write to</p><textarea disabled>hello@studio.example</textarea>',
    emails: ['hello@studio.example'],
  },
  'a number on a button that is an input': {
    source: own,
    lang: 'en',
    body: '<h1>Studio</h1><input type="button" value="Call +1 512 555 0143" onclick="location.href=\'tel:+15125550143\'">',
    phones: ['+15125550143'],
  },
  'an example in a field to fill in': {
    source: own,
    lang: 'en',
    body: '<h1>Studio</h1><p>Mail <a href="mailto:hello@studio.example">hello@studio.example</a></p><label>Your phone <input type="tel" value="+1 512 555 0143" placeholder="+1 512 555 0144"></label>',
    phones: [],
    emails: ['hello@studio.example'],
  },
  'an address that a script puts together': {
    source: 'dunckr/email-obfuscate#4',
    lang: 'en',
    body: '<h1>Studio</h1><p id="m"></p><script>const at = String.fromCharCode(64); document.querySelector("#m").innerHTML = "<a href=\\"mailto:hello" + at + "studio.example\\">hello" + at + "studio.example</a>";</script>',
    emails: ['hello@studio.example'],
  },
  'a gardener’s own "Umsetzung" in the footer': {
    source: own,
    lang: 'de-DE',
    body: '<h1>Gartenbau</h1><p>Planung und Pflege.</p><footer><p>Konzeption und Umsetzung von Gärten in Stuttgart, Telefon 0711 21950123</p></footer>',
    phones: ['+4971121950123'],
  },
  'kitchens built by hand, in the footer': {
    source: 'yourlocalflyer.co.uk and its like',
    lang: 'en-GB',
    body: '<h1>Kitchens</h1><footer><p>Kitchens built by hand in Leeds. Call <a href="tel:+441134960123">0113 496 0123</a></p></footer>',
    phones: ['+441134960123'],
  },
  'a maker of templates': {
    source: own,
    lang: 'en-GB',
    body: '<h1>Steel template makers</h1><p>Template and jig making since 1980: <a href="tel:+441134960123">0113 496 0123</a>, <a href="mailto:jigs@steel.example">jigs@steel.example</a></p>',
    phones: ['+441134960123'],
    emails: ['jigs@steel.example'],
  },
  'who made the site, with a link to somebody else': {
    source: own,
    lang: 'pl-PL',
    body: '<h1>Kancelaria</h1><p>Tel. <a href="tel:+48221234567">22 123 45 67</a></p><footer><p>Realizacja: <a href="https://studio.example/">Studio</a>, tel. 22 765 43 21, studio@studio.example</p></footer>',
    phones: ['+48221234567'],
    emails: [],
  },
  'the photographer, with a link and an address': {
    source: own,
    lang: 'de-DE',
    body: '<h1>Bäckerei</h1><p><a href="mailto:info@baeckerei.example">info@baeckerei.example</a></p><h3>Bildnachweis</h3><p>Fotos: <a href="https://foto.example/">Jana Licht</a>, jana@foto.example</p>',
    emails: ['info@baeckerei.example'],
  },
  'a photographer’s own "Photos:"': {
    source: own,
    lang: 'en-GB',
    body: '<h1>Jane Doe</h1><p>Photos: weddings and portraits, hello@janedoe.example</p>',
    emails: ['hello@janedoe.example'],
  },
  'the doctor on call under a heading of its own': {
    source: own,
    lang: 'de-DE',
    body: '<h1>Praxis Beispiel</h1><p>Telefon 0711 21950123</p><h3>Ärztlicher Bereitschaftsdienst</h3><p>0711 2628012</p>',
    phones: ['+4971121950123'],
  },
  'the authority to complain to, beside the own address': {
    source: own,
    lang: 'en-GB',
    body: '<h1>Bakery</h1><p><a href="mailto:hello@bakery.example">hello@bakery.example</a></p><p>You may complain to the supervisory authority: <a href="mailto:casework@ico.gov.example">casework@ico.gov.example</a>, telephone 0303 123 1113</p>',
    emails: ['hello@bakery.example'],
    phones: [],
  },
  'a town hall’s own address': {
    source: own,
    lang: 'fr-FR',
    body: '<h1>Mairie</h1><p>Écrire à la mairie : <a href="mailto:mairie@ville.gouv.fr">mairie@ville.gouv.fr</a></p>',
    emails: ['mairie@ville.gouv.fr'],
  },
  'a national number on a page whose prices tell the country': {
    source: 'Pelican-Elegant/elegant#156',
    lang: 'en',
    body: '<h1>Кав’ярня на Подолі</h1><p>Еспресо 45 грн, лате 60 грн. Працюємо щодня, чекаємо на вас.</p><p>0441234567</p>',
    phones: ['+380441234567'],
  },
  'a national number under an address that names its country': {
    source: own,
    lang: 'de',
    body: '<h1>Kaffeehaus</h1><p>Herrengasse 14<br>1010 Wien, Österreich</p><p>01 5123456</p>',
    phones: ['+4315123456'],
  },
  'a Russian page that calls itself English': {
    source: 'fewocm/website#12',
    lang: 'en',
    body: '<h1>Ателье на Садовой</h1><p>Шьём и чиним одежду для всей семьи. г. Москва, 101000, ул. Садовая, 5.</p><p>495 123-45-67</p>',
    phones: ['+74951234567'],
  },
};

let site: ContactsSite;

beforeAll(async () => {
  site = await aContactsSite(
    Object.fromEntries(Object.values(relatives).map((relative, index) => [`/relative-${index}`, page(relative)])),
  );
});
afterAll(() => site.close());

describe('contacts on a page with', () => {
  it.each(Object.entries(relatives).map(([name, relative], index) => [name, index, relative] as const))(
    '%s',
    async (_, index, { phones, emails }) => {
      const { of } = await site.look(`relative-${index}`);
      if (phones !== undefined) expect(of('phone')).toEqual(phones);
      if (emails !== undefined) expect(of('email')).toEqual(emails);
    },
  );
});

describe('a link that opens something else than it shows', () => {
  const shown: Readonly<Record<string, string>> = {
    'a chat with another number': '<a href="https://wa.me/380447654321">+380 44 123 45 67</a>',
    'a letter instead of a call': '<a href="mailto:hello@coffeelab.example">+380 44 123 45 67</a>',
    'a call instead of a letter': '<a href="tel:+380441234567">hello@coffeelab.example</a>',
    'another address': '<a href="mailto:old@coffeelab.example">hello@coffeelab.example</a>',
    'another number': '<a href="tel:+380447654321">+380 44 123 45 67</a>',
  };
  const right: Readonly<Record<string, string>> = {
    'the number with the opening hours behind it': '<a href="tel:+380441234567">+380 44 123 45 67, 9:00–18:00</a>',
    'the number with a trunk zero too many': '<a href="tel:+380441234567">+38 044 123 45 67</a>',
    'the chat with the number that it shows': '<a href="https://wa.me/380441234567">+380 44 123 45 67</a>',
    'two numbers in one link': '<a href="tel:+380441234567">+380 44 123 45 67, +380 50 765 43 21</a>',
    'an address beside the number': '<a href="tel:+380441234567">hello@coffeelab.example, +380 44 123 45 67</a>',
  };
  let links: ContactsSite;
  const all = Object.entries({ ...shown, ...right });

  beforeAll(async () => {
    const pages = all.map(([name, link]) => [
      `/${encodeURIComponent(name)}`,
      page({ source: own, lang: 'en', body: `<h1>Coffee</h1><p>${link}</p>` }),
    ]);
    links = await aContactsSite(Object.fromEntries(pages));
  });
  afterAll(() => links.close());

  it('is red, and told before what is hard to read', () => {
    const order = Object.keys(contacts.spec.measurements);
    expect(contacts.spec.measurements.contactsMisdirected.threshold).toEqual({ green: 0, red: 1 });
    expect(order.indexOf('contactsMisdirected')).toBeLessThan(order.indexOf('contactsUnreadable'));
  });

  it.each(Object.keys(shown))('misleads: %s', async (name) => {
    expect((await links.look(encodeURIComponent(name))).measurements['contactsMisdirected']).toBeGreaterThan(0);
  });

  it('offers the address that it shows, not the one that a tap opens', async () => {
    const { of } = await links.look(encodeURIComponent('another address'));
    expect(of('email')).toEqual(['hello@coffeelab.example']);
  });

  it.each(Object.keys(right))('does not mislead: %s', async (name) => {
    expect((await links.look(encodeURIComponent(name))).measurements['contactsMisdirected']).toBe(0);
  });
});
