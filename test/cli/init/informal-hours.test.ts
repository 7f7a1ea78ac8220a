import { describe, expect, it } from 'vitest';
import { readWrittenHours } from '../../../shared/business-facts/hours/written-hours.ts';

type Week = Readonly<Record<string, readonly string[]>>;

describe('opening hours as people say them', () => {
  it.each<readonly [language: string, text: string, hours: Week]>([
    ['en', "Weds to Suns 10 'til 4", { 'wed-sun': ['10:00-16:00'] }],
    ['en', 'Tues - Sats 9 til 5.30', { 'tue-sat': ['09:00-17:30'] }],
    ['en', 'Weekdays 8 till 6, Sats 9 till 1', { 'mon-fri': ['08:00-18:00'], sat: ['09:00-13:00'] }],
    ['en', "Mons - Weds 9am til 5pm, Thurs 9 'til 8", { 'mon-wed': ['09:00-17:00'], thu: ['09:00-20:00'] }],
    ['en', 'Every day bar Monday, 10-4', { 'tue-sun': ['10:00-16:00'] }],
    ['en', 'Open 9 to 5 Mondays to Fridays, Saturdays by arrangement', { 'mon-fri': ['09:00-17:00'] }],
    ['en', '9-5 Mon-Fri, Sat and Sun closed', { 'mon-fri': ['09:00-17:00'] }],
    ['en', '9-5 weekdays, weekends closed', { 'mon-fri': ['09:00-17:00'] }],
    ['en', '9-5 Mon-Fri closed weekends', { 'mon-fri': ['09:00-17:00'] }],
    ['en', 'Mon-Sat mornings 8-12', { 'mon-sat': ['08:00-12:00'] }],
    ['de', 'Mo-Fr von 7 Uhr 30 bis 16 Uhr', { 'mon-fri': ['07:30-16:00'] }],
    ['de', 'Mo-Fr vormittags 8-12 Uhr, nachmittags 14-18 Uhr', { 'mon-fri': ['08:00-12:00', '14:00-18:00'] }],
    ['fr', 'du lundi au vendredi de 8 heures à 17 heures 30', { 'mon-fri': ['08:00-17:30'] }],
    ['fr', '9h-19h non stop du lundi au samedi', { 'mon-sat': ['09:00-19:00'] }],
    ['pl', 'pn-pt 10:00-18:00, sob. po umówieniu', { 'mon-fri': ['10:00-18:00'] }],
    ['uk', 'з понеділка по п’ятницю з 9-ї до 18-ї', { 'mon-fri': ['09:00-18:00'] }],
    ['uk', 'З 9 ранку до 6 вечора, без вихідних', { 'mon-sun': ['09:00-18:00'] }],
    ['ru', 'с 9 утра до 9 вечера ежедневно', { 'mon-sun': ['09:00-21:00'] }],
    ['ru', 'с 8 утра до 12 ночи ежедневно', { 'mon-sun': ['08:00-24:00'] }],
    ['ru', 'Пн-Пт с 9-ти до 18-ти', { 'mon-fri': ['09:00-18:00'] }],
  ])('%s: %s', (language, text, hours) => {
    expect(readWrittenHours(text, language)).toEqual(hours);
  });

  it.each([
    ['en', 'from 9 till late'],
    ['en', 'Fri & Sat 5pm till late'],
    ['en', '9-5 most days'],
    ['en', 'Open most weekdays 9-5, please ring first'],
    ['en', 'Mon to Fri 9ish to 5ish'],
    ['en', 'Mon-Fri 8.30 to 5, Sat mornings'],
    ['en', 'Mon-Fri 9-5, Wed half day'],
    ['en', 'Mon-Fri 9-5, closed Wednesday afternoons'],
    ['en', 'Mon-Fri half eight to five'],
    ['en', '9-5 Mon, Tue, Sat closed'],
    ['de', 'Di-So ab 11 Uhr bis open end'],
    ['de', 'Mi nachmittags geschlossen, sonst Mo-Fr 8-18 Uhr'],
    ['fr', 'lundi matin fermé, mar-ven 9h-18h'],
    ['fr', 'à partir de 18h tous les soirs'],
    ['pl', 'codziennie od 12 do ostatniego klienta'],
    ['uk', 'Працюємо щодня з 10 до останнього клієнта'],
    ['uk', 'Пн–Пт 9–18, сб до обіду'],
    ['ru', 'ежедневно с 9 утра до 12 вечера'],
    ['es', 'de martes a domingo, a partir de las 20h'],
  ])('asks a person, because only they know: %s: %s', (language, text) => {
    expect(readWrittenHours(text, language)).toBeNull();
  });
});
