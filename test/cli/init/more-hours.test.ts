import { describe, expect, it } from 'vitest';
import { readWrittenHours } from '../../../shared/business-facts/hours/written-hours.ts';

const all = (hours: string) => ({ 'mon-sun': [hours] });

/** Language of the page, text as a site shows it, and the hours that a reader would write into the file; null asks a person. */
describe('opening hours as more people write them', () => {
  it.each<readonly [language: string, text: string, hours: Readonly<Record<string, readonly string[]>> | null]>([
    [
      'en',
      'Open: Mon–Fri 8.30am–5.30pm, Sat 9am–1pm, closed Sundays and bank holidays',
      { 'mon-fri': ['08:30-17:30'], sat: ['09:00-13:00'] },
    ],
    ['en', 'Tuesday through Saturday: 5 PM until 11 PM', { 'tue-sat': ['17:00-23:00'] }],
    [
      'en',
      'Hours: M–Th 7a–9p, F 7a–10p, Sa–Su 8a–10p',
      { 'mon-thu': ['07:00-21:00'], fri: ['07:00-22:00'], 'sat-sun': ['08:00-22:00'] },
    ],
    [
      'en',
      'Monday to Friday: 09.00 to 17.00 hrs (closed for lunch 12.30-13.30)',
      { 'mon-fri': ['09:00-12:30', '13:30-17:00'] },
    ],
    ['en', 'We are open every day from 10 till 6', all('10:00-18:00')],
    ['en', 'Mon - Fri: By appointment only', null],
    ['en', 'Mon-Thu 9:00-17:00, Fri 9:00-15:00, Sat + Sun closed. Emergency line 24/7', null],
    [
      'en',
      'Sun-Thu 11am-10pm / Fri-Sat 11am-11pm',
      { 'mon-thu': ['11:00-22:00'], 'fri-sat': ['11:00-23:00'], sun: ['11:00-22:00'] },
    ],
    [
      'de',
      'Öffnungszeiten: Mo–Do 8–17 Uhr, Fr 8–13 Uhr, Samstag nach Absprache',
      { 'mon-thu': ['08:00-17:00'], fri: ['08:00-13:00'] },
    ],
    ['de', 'Di bis Sa ab 17:30 Uhr', null],
    [
      'de',
      'Mo+Di+Do 8:00–12:00 & 14:00–18:00, Mi+Fr 8:00–12:00',
      {
        'mon-tue': ['08:00-12:00', '14:00-18:00'],
        wed: ['08:00-12:00'],
        thu: ['08:00-12:00', '14:00-18:00'],
        fri: ['08:00-12:00'],
      },
    ],
    [
      'de',
      'Montags bis freitags 9:30–18:30 Uhr, samstags 9:30–16 Uhr',
      { 'mon-fri': ['09:30-18:30'], sat: ['09:30-16:00'] },
    ],
    ['de', 'Mo - Fr: 7.30h - 16.00h', { 'mon-fri': ['07:30-16:00'] }],
    ['de', 'Wir haben rund um die Uhr geöffnet', all('00:00-24:00')],
    ['de', 'Mittwoch geschlossen, sonst täglich 9–18 Uhr', { 'mon-tue': ['09:00-18:00'], 'thu-sun': ['09:00-18:00'] }],
    [
      'ru',
      'Пн-Пт с 9-00 до 18-00, Сб с 10-00 до 15-00, Вс - выходной',
      { 'mon-fri': ['09:00-18:00'], sat: ['10:00-15:00'] },
    ],
    ['ru', 'Время работы: 10:00–20:00 (без выходных)', all('10:00-20:00')],
    [
      'ru',
      'Пн, Ср, Пт: 9:00-15:00; Вт, Чт: 13:00-20:00; Сб по предварительной записи',
      { mon: ['09:00-15:00'], tue: ['13:00-20:00'], wed: ['09:00-15:00'], thu: ['13:00-20:00'], fri: ['09:00-15:00'] },
    ],
    ['ru', 'Будни: 08:30–17:30, перерыв на обед с 12:30 до 13:30', { 'mon-fri': ['08:30-12:30', '13:30-17:30'] }],
    ['ru', 'Ежедневно, кроме понедельника, 11:00-23:00', { 'tue-sun': ['11:00-23:00'] }],
    [
      'uk',
      'Працюємо: будні 9:00–18:00, субота 10:00–15:00, неділя вихідний',
      { 'mon-fri': ['09:00-18:00'], sat: ['10:00-15:00'] },
    ],
    ['uk', 'Пн-Сб з 9:00 до 19:00, обідня перерва 13:00-14:00', { 'mon-sat': ['09:00-13:00', '14:00-19:00'] }],
    ['uk', 'Без вихідних, 8:00 – 21:00', all('08:00-21:00')],
    ['uk', 'Вт.-Нд. 12:00-22:00', { 'tue-sun': ['12:00-22:00'] }],
    ['uk', 'Прийом за попереднім записом', null],
    ['fr', 'Lun-Ven : 8h30-12h / 13h30-17h30', { 'mon-fri': ['08:30-12:00', '13:30-17:30'] }],
    ['fr', 'Ouvert du mardi au samedi, 9 h à 19 h sans interruption', { 'tue-sat': ['09:00-19:00'] }],
    ['fr', 'Fermé le lundi. Mar. au dim. 12h-14h et 19h-22h30', { 'tue-sun': ['12:00-14:00', '19:00-22:30'] }],
    ['es', 'De lunes a jueves 8:30-18:00, viernes hasta las 15:00', null],
    [
      'es',
      'Lun-Vie 9:30-13:30 / 17:00-20:30, Sáb 10:00-14:00, Dom cerrado',
      { 'mon-fri': ['09:30-13:30', '17:00-20:30'], sat: ['10:00-14:00'] },
    ],
    ['es', 'Abierto todos los días de 10:00 a 22:00', all('10:00-22:00')],
    [
      'pl',
      'Poniedziałek - Piątek 8.00 - 18.00, Sobota 8.00 - 14.00, Niedziela zamknięte',
      { 'mon-fri': ['08:00-18:00'], sat: ['08:00-14:00'] },
    ],
    ['pl', 'Czynne codziennie 10–20', all('10:00-20:00')],
    [
      'pl',
      'pn, śr, pt 9:00–13:00, wt, czw 14:00–18:00',
      { mon: ['09:00-13:00'], tue: ['14:00-18:00'], wed: ['09:00-13:00'], thu: ['14:00-18:00'], fri: ['09:00-13:00'] },
    ],
    [
      'tr',
      'Hafta içi her gün 09:00-18:00, Cumartesi 09:00-13:00',
      { 'mon-fri': ['09:00-18:00'], sat: ['09:00-13:00'] },
    ],
    ['tr', 'Pzt-Cmt 08:30 - 19:30', { 'mon-sat': ['08:30-19:30'] }],
    ['tr', '7/24 hizmetinizdeyiz', all('00:00-24:00')],
    [
      'en',
      'Mon\n9:00 AM – 5:00 PM\nTue\n9:00 AM – 5:00 PM\nWed\nClosed\nThu\n9:00 AM – 5:00 PM\nFri\n9:00 AM – 4:00 PM',
      { 'mon-tue': ['09:00-17:00'], thu: ['09:00-17:00'], fri: ['09:00-16:00'] },
    ],
    ['en', 'April to October: daily 10-5. November to March: Sat-Sun 10-4', null],
    ['en', 'Kitchen: 12-9pm daily. Bar: 11am-11pm daily', null],
    [
      'de',
      'Mo. 08.00-12.00 und 15.00-18.00\nDi. 08.00-12.00\nMi. 08.00-12.00\nDo. 08.00-12.00 und 15.00-18.00\nFr. 08.00-12.00',
      {
        mon: ['08:00-12:00', '15:00-18:00'],
        'tue-wed': ['08:00-12:00'],
        thu: ['08:00-12:00', '15:00-18:00'],
        fri: ['08:00-12:00'],
      },
    ],
    ['en', 'Office hours: Mon. through Fri. 8:30 to 4:30', { 'mon-fri': ['08:30-16:30'] }],
    [
      'en',
      'Mon, Tue & Thu 8am - 12pm and 1pm - 5pm | Wed & Fri 8am - 12pm',
      {
        'mon-tue': ['08:00-12:00', '13:00-17:00'],
        wed: ['08:00-12:00'],
        thu: ['08:00-12:00', '13:00-17:00'],
        fri: ['08:00-12:00'],
      },
    ],
    ['en', 'Closed Mondays. Tuesday-Sunday 11am-9pm', { 'tue-sun': ['11:00-21:00'] }],
    ['en', 'Closed on Sunday and Monday, other days 10am to 6pm', { 'tue-sat': ['10:00-18:00'] }],
    ['en', 'Saturday & Sunday: CLOSED; Monday to Friday: 7:00am – 3:30pm', { 'mon-fri': ['07:00-15:30'] }],
    ['en', 'Open 7 days a week, 6am-10pm', all('06:00-22:00')],
    [
      'en',
      'Thu-Sat 6pm-2am',
      { thu: ['18:00-24:00'], 'fri-sat': ['00:00-02:00', '18:00-24:00'], sun: ['00:00-02:00'] },
    ],
    ['en', 'Mon-Fri 9–5 (Wed until 7)', null],
    [
      'de',
      'Mo-Fr 6-18 Uhr / Sa 6-13 Uhr / So 8-11 Uhr',
      { 'mon-fri': ['06:00-18:00'], sat: ['06:00-13:00'], sun: ['08:00-11:00'] },
    ],
    [
      'de',
      'Montag: Ruhetag · Dienstag–Sonntag 11:30–14:00 und 17:30–22:00 Uhr',
      { 'tue-sun': ['11:30-14:00', '17:30-22:00'] },
    ],
    [
      'de',
      'Mo bis Do: 8.00 – 16.30 Uhr, Fr: 8.00 – 14.00 Uhr (oder nach Vereinbarung)',
      { 'mon-thu': ['08:00-16:30'], fri: ['08:00-14:00'] },
    ],
    ['de', 'Öffnungszeiten 1. April bis 31. Oktober: täglich 10-18 Uhr', null],
    [
      'de',
      'Sprechzeiten: Mo, Mi, Fr 8–11:30 Uhr, Di und Do 15–18 Uhr und nach Vereinbarung',
      { mon: ['08:00-11:30'], tue: ['15:00-18:00'], wed: ['08:00-11:30'], thu: ['15:00-18:00'], fri: ['08:00-11:30'] },
    ],
    [
      'ru',
      'Пн.-Чт.: 9:00 – 18:00; Пт.: 9:00 – 16:45; перерыв: 13:00 – 13:45',
      { 'mon-thu': ['09:00-13:00', '13:45-18:00'], fri: ['09:00-13:00', '13:45-16:45'] },
    ],
    ['ru', 'Работаем с 8:00 до 20:00 ежедневно', all('08:00-20:00')],
    ['ru', 'Понедельник - выходной. Вторник - воскресенье с 10 до 19', { 'tue-sun': ['10:00-19:00'] }],
    ['ru', 'Выходной: воскресенье. Остальные дни 9:00-19:00', { 'mon-sat': ['09:00-19:00'] }],
    ['ru', '24/7 без выходных и праздников', all('00:00-24:00')],
    ['uk', 'Пн-Чт 9:00-18:00, Пт 9:00-17:00, Сб-Нд: вихідні', { 'mon-thu': ['09:00-18:00'], fri: ['09:00-17:00'] }],
    ['uk', 'Ми відкриті з вівторка по неділю з 10:00 до 20:00', { 'tue-sun': ['10:00-20:00'] }],
    ['uk', 'Графік: щодня 10:00–21:00, без перерви', all('10:00-21:00')],
    [
      'fr',
      'Lundi : fermé. Mardi à vendredi : 9h30 - 12h00, 14h00 - 19h00. Samedi : 9h - 17h',
      { 'tue-fri': ['09:30-12:00', '14:00-19:00'], sat: ['09:00-17:00'] },
    ],
    ['fr', 'Du mardi au dimanche midi et soir', null],
    ['es', 'De lunes a viernes de 10 a 14h y de 17 a 20.30h', { 'mon-fri': ['10:00-14:00', '17:00-20:30'] }],
    ['es', 'Lunes cerrado. Martes a domingo: 13:00-16:00 y 20:00-23:30', { 'tue-sun': ['13:00-16:00', '20:00-23:30'] }],
    [
      'pl',
      'Zapraszamy od pon. do pt. w godzinach 9:00–17:00, w soboty 9:00–13:00',
      { 'mon-fri': ['09:00-17:00'], sat: ['09:00-13:00'] },
    ],
    ['pl', 'Wtorek–niedziela 12:00–22:00 (poniedziałek nieczynne)', { 'tue-sun': ['12:00-22:00'] }],
    ['tr', 'Pazartesi-Cumartesi 09:00 - 19:00 / Pazar: Kapalı', { 'mon-sat': ['09:00-19:00'] }],
    ['tr', 'Her gün 24 saat açık', all('00:00-24:00')],
    [
      'en',
      'Mon 9-5\nTue 9-5\nWed 9-8\nThu 9-5\nFri 9-5\nSat 10-2\nSun Closed',
      { 'mon-tue': ['09:00-17:00'], wed: ['09:00-20:00'], 'thu-fri': ['09:00-17:00'], sat: ['10:00-14:00'] },
    ],
    ['en', 'Open Tuesday–Saturday, 10am–5pm (last entry 4.30pm)', { 'tue-sat': ['10:00-17:00'] }],
    ['de', 'Di–So 10–18 Uhr (letzter Einlass 17:30 Uhr)', { 'tue-sun': ['10:00-18:00'] }],
    ['es', 'Lunes a sábado: 8:00 a. m. – 8:00 p. m. Domingos y festivos: cerrado', { 'mon-sat': ['08:00-20:00'] }],
    ['es', 'Abierto 24 horas los 7 días de la semana', all('00:00-24:00')],
    ['pl', 'Czynne 7 dni w tygodniu od 9:00 do 21:00', all('09:00-21:00')],
    [
      'ru',
      'Пн. - Чт. с 09:00 до 18:00, Пт. с 09:00 до 17:00, Сб., Вс. - выходные дни',
      { 'mon-thu': ['09:00-18:00'], fri: ['09:00-17:00'] },
    ],
    [
      'ru',
      'вт-пт: 11:00–20:00, сб-вс: 11:00–18:00, понедельник — санитарный день',
      { 'tue-fri': ['11:00-20:00'], 'sat-sun': ['11:00-18:00'] },
    ],
    ['ru', 'Будни: 9:00-18:00, выходные: 10:00-16:00', { 'mon-fri': ['09:00-18:00'], 'sat-sun': ['10:00-16:00'] }],
    ['uk', 'Пн-Пт 9:00–18:00, Сб, Нд – вихідні дні', { 'mon-fri': ['09:00-18:00'] }],
  ])('%s: "%s"', (language, text, hours) => {
    expect(readWrittenHours(text, language)).toEqual(hours);
  });
});
