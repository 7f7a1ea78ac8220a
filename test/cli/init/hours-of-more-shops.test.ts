import { describe, expect, it } from 'vitest';
import { readWrittenHours } from '../../../shared/business-facts/hours/written-hours.ts';

type Week = Readonly<Record<string, readonly string[]>>;

/** Public report, language of the page, text, and the hours that a reader would write into the file. */
describe('opening hours of shops in public reports', () => {
  it.each<readonly [source: string, language: string, text: string, hours: Week]>([
    [
      'alltheplaces/alltheplaces#18374',
      'fr',
      'Lundi FERME, du mardi au samedi : 10h-13h / 14h-19h',
      { 'tue-sat': ['10:00-13:00', '14:00-19:00'] },
    ],
    [
      'alltheplaces/alltheplaces#4241',
      'en',
      'Monday: 09:00 - 19:00 Tuesday: - Wednesday: - Thursday: - Friday: 09:00 - 19:00 Saturday: 09:00 - 19:00 Sunday: -',
      { mon: ['09:00-19:00'], 'fri-sat': ['09:00-19:00'] },
    ],
    [
      'bryceco/OpeningHoursPhoto#1',
      'it',
      'Dal lunedì al venerdì dalle 9.00 alle 13.00 e dalle 15.30 alle 19.30, sabato orario continuato 9.00-19.00, domenica chiuso',
      { 'mon-fri': ['09:00-13:00', '15:30-19:30'], sat: ['09:00-19:00'] },
    ],
    [
      'rezemika/humanized_opening_hours#17',
      'it',
      'Aperto tutti i giorni dalle ore 12 alle 15 e dalle 19 alle 23. Chiuso il martedì.',
      { mon: ['12:00-15:00', '19:00-23:00'], 'wed-sun': ['12:00-15:00', '19:00-23:00'] },
    ],
    [
      'opening-hours/opening_hours.js#10',
      'pl',
      'Pon-Cz 12:00-22:00; Pt-So 12:00-24:00; N 12:00-22:00',
      { 'mon-thu': ['12:00-22:00'], 'fri-sat': ['12:00-24:00'], sun: ['12:00-22:00'] },
    ],
    ['own', 'de', 'An 365 Tagen im Jahr rund um die Uhr geöffnet', { 'mon-sun': ['00:00-24:00'] }],
    ['own', 'es', 'Abierto todos los días de 9 a 21 h., incluidos domingos y festivos', { 'mon-sun': ['09:00-21:00'] }],
    ['own', 'ru', 'с 9 до 21 ежедневно, включая воскресенье и праздники', { 'mon-sun': ['09:00-21:00'] }],
    ['own', 'ru', 'Работаем без выходных и перерывов с 8-00 до 20-00', { 'mon-sun': ['08:00-20:00'] }],
    [
      'own: a break that is said last is one of all days',
      'ru',
      'ПН–ЧТ 09:00–18:00, ПТ 09:00–16:45, перерыв на обед 13:00–13:45, СБ, ВС — выходные',
      { 'mon-thu': ['09:00-13:00', '13:45-18:00'], fri: ['09:00-13:00', '13:45-16:45'] },
    ],
  ])('%s, %s: %s', (_, language, text, hours) => {
    expect(readWrittenHours(text, language)).toEqual(hours);
  });

  it.each([
    ['en', 'Mon-Fri 9-17 including Saturday'],
    ['uk', 'пн–нд 8:00–22:00; цілодобово'],
  ])('are asked for where they contradict themselves: %s: %s', (language, text) => {
    expect(readWrittenHours(text, language)).toBeNull();
  });

  it('are not read in another language where their own understands each word and finds them unclear', () => {
    expect(readWrittenHours('lundi matin fermé, mar-ven 9h-18h', 'fr')).toBeNull();
  });
});
