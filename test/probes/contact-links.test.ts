import { describe, expect, it } from 'vitest';
import { rankContactLink } from '../../functions/probe-page/walking/contact-links.ts';
import type { SeenLink } from '../../functions/probe-page/walking/links.ts';
import { rankedPages } from '../../functions/probe-page/walking/ranked-pages.ts';

describe('pages that promise contacts', () => {
  it.each([
    'Contact us',
    'Контакты',
    'Зв’язатися з нами',
    'Kontakt',
    'Contáctanos',
    'Nous contacter',
    'Skontaktuj się',
    'İletişim',
  ])('are told by their link "%s"', (text) => {
    expect(rankContactLink({ text, url: 'https://x.example/p/7' })).toBe('contact');
  });

  it.each(['Cómo llegar', 'Où nous trouver', 'Gdzie jesteśmy', 'Где нас найти', 'Über uns', 'Hakkımızda', 'Про нас'])(
    'are the second choice behind "%s"',
    (text) => {
      expect(rankContactLink({ text, url: 'https://x.example/p/7' })).toBe('about');
    },
  );

  it.each([
    'Contatti',
    'Contattaci',
    'Contato',
    'Fale conosco',
    'Kapcsolat',
    'Yhteystiedot',
    'Επικοινωνία',
    'Kontakty',
    'Neem contact op',
    'Kontakta oss',
  ])('are told by "%s", of a language without a list of its own', (text) => {
    expect(rankContactLink({ text, url: 'https://x.example/p/7' })).toBe('contact');
  });

  it.each([
    'Book now',
    'Booking',
    'Reservations',
    'Make an appointment',
    'Termin buchen',
    'Réserver une table',
    'Reservar mesa',
    'Rezerwacja',
    'Записатися',
    'Забронировать',
    'Rezervasyon',
  ])('are, second to those of contacts, where customers book: "%s"', (text) => {
    expect(rankContactLink({ text, url: 'https://x.example/p/7' })).toBe('booking');
  });

  it.each([
    '/kontaktformular',
    '/contactez-nous.html',
    '/contatti.html',
    '/it/contattaci/',
    '/kapcsolat',
    '/fale-conosco',
    '/%D0%BA%D0%BE%D0%BD%D1%82%D0%B0%D0%BA%D1%82%D1%8B/',
  ])('are told by their path %s alone', (path) => {
    expect(rankContactLink({ text: '', url: `https://x.example${path}` })).toBe('contact');
  });

  it('are told by their address, and never lie on another site', () => {
    const urls = [
      'https://www.x.example/contact-us/',
      'https://y.example/contact',
      'https://x.example/contact.pdf',
      'https://x.example/#contact',
    ];
    expect(ranked(urls.map((url) => link(url)))).toEqual([['contact', 'https://www.x.example/contact-us/']]);
  });

  it('come before those that promise nothing; each stands once, with the best of its links', () => {
    const links = [
      link('https://x.example/prices', { text: 'Prices' }),
      link('https://x.example/team', { text: 'Meet us' }),
      link('https://x.example/team', { text: 'About us' }),
      link('https://x.example/write', { text: 'Contact', seen: false }),
      link('https://x.example/reach', { text: 'Contact' }),
    ];
    expect(ranked(links)).toEqual([
      ['contact', 'https://x.example/reach'],
      ['contact', 'https://x.example/write'],
      ['about', 'https://x.example/team'],
      ['other', 'https://x.example/prices'],
    ]);
  });

  it.each([
    ['EN', 'GE', 'UA'],
    ['English', 'Deutsch', 'Українська'],
    ['FR', 'Polski', 'РУС'],
  ])('come before the same page in other languages: %s, %s, %s', (...names) => {
    const tongues = names.map((text, index) => link(`https://x.example/${index}`, { text }));
    const services = link('https://x.example/moves', { text: 'House moves', seen: false });
    const first = ranked([...tongues, services, link('https://x.example/0', { text: '' })], 'form')[0];
    expect(first).toEqual(['other', 'https://x.example/moves']);
  });

  it('and a page that one link calls by a language and another by its matter is a page like any other', () => {
    const links = [
      link('https://x.example/it', { text: 'IT' }),
      link('https://x.example/it', { text: 'Our IT service' }),
      link('https://x.example/prices', { text: 'Prices' }),
    ];
    expect(ranked(links, 'form').map(([, url]) => url)).toEqual(['https://x.example/it', 'https://x.example/prices']);
  });

  it.each(['contacts', 'form'] as const)('and where nobody looks without a promise (%s) is left out', (lookedFor) => {
    const idle = ['/privacy', '/login', '/?s=tiles', '/shop?add-to-cart=7', '/terms-of-use', '/cookies'];
    expect(
      ranked(
        idle.map((path) => link(`https://x.example${path}`)),
        lookedFor,
      ),
    ).toEqual([]);
    expect(ranked([link('https://x.example/?page=contact', { text: 'Contact' })], lookedFor)).toHaveLength(1);
  });
});

function link(url: string, { text = '', seen = true }: { text?: string; seen?: boolean } = {}): SeenLink {
  const unsaid = { coveredBy: null, legibility: null, around: '', label: '', heading: '', beside: [], atEnd: false };
  return { href: url, url, text, seen, aboveFold: true, ...unsaid };
}

function ranked(links: readonly SeenLink[], lookedFor: 'contacts' | 'form' = 'contacts') {
  return rankedPages({ url: 'https://x.example/', links }, lookedFor).map(({ rank, url }) => [rank, url]);
}
