import { describe, expect, it } from 'vitest';
import { contactPages, rankContactLink } from '../../functions/probe-page/walking/contact-links.ts';

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
    const link = (url: string) => ({
      href: url,
      url,
      text: '',
      seen: true,
      aboveFold: true,
      coveredBy: null,
      legibility: null,
      around: '',
      label: '',
      heading: '',
      beside: [],
      atEnd: false,
    });
    const links = [
      'https://www.x.example/contact-us/',
      'https://y.example/contact',
      'https://x.example/contact.pdf',
      'https://x.example/#contact',
    ].map(link);
    expect(contactPages({ url: 'https://x.example/', links }).map(({ url }) => url)).toEqual([
      'https://www.x.example/contact-us/',
    ]);
  });
});
