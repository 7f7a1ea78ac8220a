import { describe, expect, it } from 'vitest';
import { readWrittenHours } from '../../../shared/business-facts/hours/written-hours.ts';

type Hours = Readonly<Record<string, readonly string[]>> | null;

const all = (shift: string): Hours => ({ 'mon-sun': [shift] });
const own = 'own';
const twice = { tue: ['09:00-11:00', '14:00-16:00'], thu: ['09:00-11:00', '14:00-16:00'] };
const roundTheClock = all('00:00-24:00');

/** Public report, language of the page, text as a site shows it, and the hours that a reader would write into the file. */
describe('opening hours as people write them', () => {
  it.each<readonly [source: string, language: string, text: string, hours: Hours]>([
    ['an audited site', 'ru', 'Пн-Сб: 10:00 - 22:00, Вс: под запись', { 'mon-sat': ['10:00-22:00'] }],
    ['osmose-qa/osmose-backend#490', 'en', 'Mon-Fri: 8:00AM to 6:00PM', { 'mon-fri': ['08:00-18:00'] }],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Mon-Fri: 9am-5pm Sat: 9am-3pm Sun: Closed',
      { 'mon-fri': ['09:00-17:00'], sat: ['09:00-15:00'] },
    ],
    ['osmose-qa/osmose-backend#490', 'en', 'Mon-Sun: Open 24 Hours', roundTheClock],
    ['osmose-qa/osmose-backend#490', 'en', '7:30 am - 5:30 pm M-F', { 'mon-fri': ['07:30-17:30'] }],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Weekdays 10 AM- 5 PM, Weekends 9 AM - 6 PM',
      { 'mon-fri': ['10:00-17:00'], 'sat-sun': ['09:00-18:00'] },
    ],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Mo-Thurs 11 AM - 10 PM / Fri-Sat 11 AM - 10:30 PM / Sun 11 AM - 9:30 PM',
      { 'mon-thu': ['11:00-22:00'], 'fri-sat': ['11:00-22:30'], sun: ['11:00-21:30'] },
    ],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Su – Th: 10:30am - 11pm; F & Sa: 10:30am - 12am',
      { 'mon-thu': ['10:30-23:00'], 'fri-sat': ['10:30-24:00'], sun: ['10:30-23:00'] },
    ],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Monday-Thursday (7:00am-7:00pm) Friday(9:00am-5:00pm)',
      { 'mon-thu': ['07:00-19:00'], fri: ['09:00-17:00'] },
    ],
    [
      'osmose-qa/osmose-backend#490',
      'en',
      'Monday-Thursday 9am-8pm, Friday 9am-6pm, Saturday 9am-4pm, closed Sunday',
      { 'mon-thu': ['09:00-20:00'], fri: ['09:00-18:00'], sat: ['09:00-16:00'] },
    ],
    [
      'WazeDev/WME-Place-Harmonizer#216',
      'en',
      'Monday\n8:00 am - 6:00 pm\nLunch 1:00 pm - 2:00 pm\nTuesday\n8:00 am - 5:00 pm\nLunch 1:00 pm - 2:00 pm\nThursday\n7:00 am - 12:00 pm',
      {
        mon: ['08:00-13:00', '14:00-18:00'],
        tue: ['08:00-13:00', '14:00-17:00'],
        thu: ['07:00-12:00'],
      },
    ],
    ['zbycz/osmapp#711', 'en', 'Tu, Th 09:00-11:00, 14:00-16:00, otherwise by appointment', twice],
    ['zbycz/osmapp#711', 'en', 'Tu, Th 09:00-11:00, 14:00-16:00 or by appointment', twice],
    ['schemaorg/schemaorg#3177', 'en', 'Mon-Fri 9-5, Saturday by appointment only', { 'mon-fri': ['09:00-17:00'] }],
    ['streetcomplete/StreetComplete#320', 'de', 'Mo-Fr 8-10 und 16-18', { 'mon-fri': ['08:00-10:00', '16:00-18:00'] }],
    ['opening-hours/opening_hours.js#338', 'en', 'Sep-Jun: Mo-Fr 10:00-18:00; Jul-Aug: Mo-Fr 10:00-18:30', null],
    ['Qwant/qwantmaps#30', 'de', 'Sommer: Mo-Fr 10-20 Uhr, Winter: Mo-Fr 10-18 Uhr', null],
    [
      'osmandapp/OsmAnd#3731',
      'de',
      'Mo-Fr 08:30-17:00; Sa 08:30-12:00; Mittagspause 12:00-12:40',
      {
        'mon-fri': ['08:30-12:00', '12:40-17:00'],
        sat: ['08:30-12:00'],
      },
    ],
    [
      own,
      'de',
      'Mo. – Fr. 9 – 18 Uhr, Sa. 10 – 14 Uhr, So. geschlossen',
      { 'mon-fri': ['09:00-18:00'], sat: ['10:00-14:00'] },
    ],
    [
      own,
      'de',
      'Montag bis Freitag von 8.00 bis 12.00 Uhr und 13.00 bis 17.00 Uhr sowie nach Vereinbarung',
      {
        'mon-fri': ['08:00-12:00', '13:00-17:00'],
      },
    ],
    [
      own,
      'de',
      'Mo, Di, Do 9-12 und 14-18 Uhr; Mi, Fr 9-12 Uhr',
      {
        'mon-tue': ['09:00-12:00', '14:00-18:00'],
        wed: ['09:00-12:00'],
        thu: ['09:00-12:00', '14:00-18:00'],
        fri: ['09:00-12:00'],
      },
    ],
    [own, 'de', 'Täglich 11:30–23:00 Uhr, Montag Ruhetag', { 'tue-sun': ['11:30-23:00'] }],
    [own, 'de', 'Fr-Sa 20-2 Uhr', { fri: ['20:00-24:00'], sat: ['00:00-02:00', '20:00-24:00'], sun: ['00:00-02:00'] }],
    [own, 'ru', 'Ежедневно с 10:00 до 21:00', all('10:00-21:00')],
    [own, 'ru', 'Пн–Пт 9:00–18:00, обед 13:00–14:00, Сб–Вс выходной', { 'mon-fri': ['09:00-13:00', '14:00-18:00'] }],
    [
      own,
      'ru',
      'Режим работы: по будням с 9 до 18, в выходные с 10 до 16',
      {
        'mon-fri': ['09:00-18:00'],
        'sat-sun': ['10:00-16:00'],
      },
    ],
    [own, 'ru', 'Мы работаем круглосуточно, без выходных', roundTheClock],
    [own, 'ru', 'понедельник — пятница: 10.00 — 20.00', { 'mon-fri': ['10:00-20:00'] }],
    [own, 'ru', 'Лето: пн-вс 9-21, зима: пн-вс 10-19', null],
    [own, 'uk', 'Пн–Нд: цілодобово', roundTheClock],
    [
      own,
      'uk',
      'Графік роботи: Пн-Пт 09:00–19:00, Сб 10:00–16:00, Нд – вихідний',
      {
        'mon-fri': ['09:00-19:00'],
        sat: ['10:00-16:00'],
      },
    ],
    [own, 'uk', 'Щодня з 8 до 22 год', all('08:00-22:00')],
    [
      own,
      'uk',
      'понеділок – п’ятниця: 9:00–18:00 (перерва 13:00–14:00), субота за записом',
      {
        'mon-fri': ['09:00-13:00', '14:00-18:00'],
      },
    ],
    [
      own,
      'fr',
      'Du lundi au vendredi de 9h à 12h30 et de 14h à 18h30, samedi de 9h à 12h',
      {
        'mon-fri': ['09:00-12:30', '14:00-18:30'],
        sat: ['09:00-12:00'],
      },
    ],
    [own, 'fr', 'Ouvert 7j/7 de 10h à 19h', all('10:00-19:00')],
    [own, 'de', 'Mo–Fr 8½–12 Uhr, Sa 8½–12½ Uhr', { 'mon-fri': ['08:30-12:00'], sat: ['08:30-12:30'] }],
    [
      own,
      'es',
      'Lun a Vie 7:00 a.m. – 12:00 m. y 2:00 p.m. – 6:00 p.m.',
      { 'mon-fri': ['07:00-12:00', '14:00-18:00'] },
    ],
    [
      own,
      'fr',
      'lun. mar. 8h15-12h 13h45-18h\nmer. 8h15-12h',
      { 'mon-tue': ['08:15-12:00', '13:45-18:00'], wed: ['08:15-12:00'] },
    ],
    [own, 'fr', 'Tous les jours, midi (12h-14h) et soir (19h-22h)', { 'mon-sun': ['12:00-14:00', '19:00-22:00'] }],
    [own, 'fr', 'Mar - Sam : 10h-19h, dimanche sur rendez-vous', { 'tue-sat': ['10:00-19:00'] }],
    [
      own,
      'es',
      'Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00. Sábados de 10:00 a 14:00',
      {
        'mon-fri': ['09:00-14:00', '16:00-20:00'],
        sat: ['10:00-14:00'],
      },
    ],
    [own, 'es', 'L-V 9-18 h, S con cita previa', { 'mon-fri': ['09:00-18:00'] }],
    [
      own,
      'pl',
      'pon.-pt. 8:00-16:00, sob. 9:00-13:00, niedz. nieczynne',
      { 'mon-fri': ['08:00-16:00'], sat: ['09:00-13:00'] },
    ],
    [own, 'pl', 'Godziny otwarcia: od poniedziałku do piątku w godz. 9-17', { 'mon-fri': ['09:00-17:00'] }],
    [
      own,
      'tr',
      'Pazartesi - Cuma: 09.00 - 18.00, Cumartesi: 10.00 - 14.00, Pazar kapalı',
      {
        'mon-fri': ['09:00-18:00'],
        sat: ['10:00-14:00'],
      },
    ],
    [
      own,
      'tr',
      'Hafta içi 09:00-19:00, hafta sonu 10:00-17:00',
      { 'mon-fri': ['09:00-19:00'], 'sat-sun': ['10:00-17:00'] },
    ],
    [
      own,
      'en',
      'Monday\t9:00 – 17:00\nTuesday\tClosed\nWednesday\t9:00 – 17:00',
      { mon: ['09:00-17:00'], wed: ['09:00-17:00'] },
    ],
    [own, 'en', '24/7', roundTheClock],
    [own, 'en', 'Daily 11am – midnight', all('11:00-24:00')],
    [own, 'en', 'Mon-Fri 9-12, 1-5', { 'mon-fri': ['09:00-12:00', '13:00-17:00'] }],
    [
      own,
      'en',
      'Open daily 9 a.m. to 9 p.m. except Thursday',
      { 'mon-wed': ['09:00-21:00'], 'fri-sun': ['09:00-21:00'] },
    ],
    [own, 'en', 'Shop Mon-Fri 9-18, workshop Mon-Fri 8-16', null],
    [own, 'en', 'Mon-Fri from 18:00', null],
    [own, 'de', 'Mo-Fr 9-18 Uhr, Küche bis 17 Uhr', null],
    [own, 'fr', 'Tous les jours sauf le dimanche de 8h à 20h', { 'mon-sat': ['08:00-20:00'] }],
    [own, 'en', 'Mon, Wed & Fri: 8 AM - noon', { mon: ['08:00-12:00'], wed: ['08:00-12:00'], fri: ['08:00-12:00'] }],
    [own, 'en', 'MON - FRI 0900 - 1700', { 'mon-fri': ['09:00-17:00'] }],
    [own, 'en', 'Fri 5 - midnight', { fri: ['17:00-24:00'] }],
    [
      own,
      'en',
      'Tue–Fri 11:30am–2pm & 5–9:30pm; Sat & Sun 5–10pm; Mon closed',
      { 'tue-fri': ['11:30-14:00', '17:00-21:30'], 'sat-sun': ['17:00-22:00'] },
    ],
    [own, 'pl', 'pn-pt: 8-16, sb-nd: nieczynne', { 'mon-fri': ['08:00-16:00'] }],
    [own, 'tr', 'Her gün 10:00 - 22:00 arası açığız', all('10:00-22:00')],
    [own, 'ru', 'Ежедневно 09:00–21:00 без перерывов и выходных', all('09:00-21:00')],
    [own, 'ru', 'с понедельника по пятницу с 9 до 18 часов', { 'mon-fri': ['09:00-18:00'] }],
    [own, 'uk', 'Влітку: щодня 9-22. Взимку: щодня 10-20', null],
    [own, 'it', 'Mon-Fri 09:00-18:00', { 'mon-fri': ['09:00-18:00'] }],
  ])('%s, %s: "%s"', (_, language, text, hours) => {
    expect(readWrittenHours(text, language)).toEqual(hours);
  });
});
