import { describe, expect, it } from 'vitest';
import { findAddress, findHours } from '../../functions/probe-page/contacts/places.ts';

describe('what is no address', () => {
  it.each([
    '© 2025 Henry Street Bakery. All Rights Reserved.',
    'Baker Street Coffee © 2019-2025',
    'Copyright (c) 2024 King’s Road Dental',
    'Please note that we will not divulge your contact details to any other 3rd party.',
    'Your local shop on Baker Street since 1985',
    'Seit 1972 in der Bahnhofstraße für Sie da',
    'Unser Marktplatz bietet Platz für 20 Personen',
    'Depuis 1998, rue de la Paix',
    'Au cœur de la rue, 25 places de parking',
    'Desde 1990 en la calle Mayor',
    'Działamy przy ulicy Długiej od 2001 roku: ulica z tradycją od 2001',
    'Работаем с 2005 года, ул. Ленина',
    'Площадь 40 м²',
    'Площа 120 кв. м у тихому дворику',
    'Працюємо з 2010 року, вул. Соборна',
    'Bağdat Caddesi şubemiz 40 kişilik',
    'We came to Baker Street many years ago and by now run as many as 3 shops',
  ])('"%s"', (line) => {
    expect(findAddress(`Coffee Lab\n${line}`)).toBeNull();
  });

  it.each([
    '© 2025 Coffee Lab, 12 Reitarska Street, Kyiv',
    '123 3rd Street, Springfield',
    '5th Avenue 350, New York',
    '2025 Henry Street, Brooklyn',
    'Since 1985 at 14 Baker Street',
    'Musterweg 5a, 12345 Berlin',
    '24 rue de la Paix, 75002 Paris',
    'Calle Gran Via de les Corts Catalanes, 585',
    'ul. Długa 12/4, Kraków',
    'ул. Ленина, д. 52/3, г. Москва',
    'вул. Соборна, 15, Вінниця',
    'Bağdat Cad. No: 12, Kadıköy',
    'площадь Победы, 3',
  ])('"%s" is one', (line) => {
    expect(findAddress(`Coffee Lab\n${line}`)).toBe(line);
  });
});

describe('hours in prose', () => {
  const faq =
    'У межах Кропивницького — за 20–30 хвилин. За містом — залежно від відстані. Ми працюємо цілодобово та без вихідних.';

  it.each([
    ['uk', 'Працюємо цілодобово! БЕЗ ВИХІДНИХ!', faq],
    [
      'en',
      'Mon - Fri: 9am - 5pm',
      'Can I come late? We are there until 5pm. On Mon we open from 9 to 12 for members only.',
    ],
    [
      'de',
      'Mo-Fr 9-18 Uhr',
      'Kann ich spontan kommen? Unsere Werkstatt ist montags von 9 bis 12 frei. Rufen Sie bitte vorher an.',
    ],
    [
      'fr',
      'Lun - Ven 9:00 - 18:00',
      'Puis-je venir le samedi ? Notre équipe répond le samedi 9:00 - 12:00 seulement. Appelez avant.',
    ],
    [
      'es',
      'Lun-Vie 9:00-18:00',
      '¿Puedo ir el sábado? Atendemos el sábado 9:00 - 12:00 solo con cita. Llame antes de venir.',
    ],
    [
      'pl',
      'Pon-Pt 9:00-17:00',
      'Czy mogę przyjść w sobotę? W soboty serwis działa 9:00-12:00 tylko po umówieniu. Prosimy dzwonić.',
    ],
    [
      'ru',
      'Пн–Пт 9:00–18:00',
      'Можно приехать в субботу? По субботам мастер бывает 9:00–12:00 только по записи. Звоните заранее.',
    ],
    [
      'tr',
      'Pzt - Cum 9:00 - 18:00',
      'Cumartesi gelebilir miyim? Cumartesi günleri 9:00 - 12:00 arası randevu ile açığız. Lütfen önceden arayın.',
    ],
  ])('give way to hours that stand alone (%s)', (_, hours, prose) => {
    expect(findHours(`${prose}\n${hours}\n${prose}`)).toBe(hours);
  });

  it('are told without the rest of the story where nothing else tells them', () => {
    expect(findHours(faq)).toBe('Ми працюємо цілодобово та без вихідних.');
    expect(findHours('We love coffee and bake our own bread. Visit us Mon-Fri 9:00-17:00.')).toBe(
      'Visit us Mon-Fri 9:00-17:00.',
    );
  });

  it('are not what somebody asks', () => {
    expect(findHours('Are you open on Sundays from 10:00 to 14:00?')).toBeNull();
    expect(findHours('Apartment 11a-9p, second floor')).toBeNull();
  });

  it.each([
    'Mon–Thu 11a–9p | Fri & Sat 11a–10p | closed Sundays',
    'Mon-Fri 8:30a - 5p',
    'Mon–Thu 11 AM – 9:30 PM',
    'Mon-Fri 8 a.m. – 5:30 p.m.',
  ])('are written with half of am and pm: %s', (hours) => {
    expect(findHours(`Rolls and pies\n${hours}\nCome in`)).toBe(hours);
    expect(findHours('Do you work on Saturday 9:00-12:00?\nAsk us.')).toBeNull();
  });

  it('may be long and in one sentence', () => {
    const line = 'We are open Monday to Friday from 9:00 to 17:00 and on Saturday from 10:00 to 14:00';
    expect(findHours(line)).toBe(line);
  });
});
