import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isNeighbours } from '../../functions/probe-page/contacts/neighbours.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForContacts, page } from './walking-site.ts';

/** Does this page send visitors to somebody else? The number is the last thing in the text. */
function sendsAway(title: string, text: string, heading = ''): boolean {
  const at = text.search(/[+(\d][\d\s()-]{6,}\.?$/);
  expect(at, text).toBeGreaterThan(0);
  return isNeighbours({ text, at, heading, title, atEnd: false, beside: [], url: 'https://www.site.example/' });
}

type Row = readonly [title: string, text: string];

describe('a number in a sentence that sends visitors to somebody else is not the business’s', () => {
  it.each<Row>([
    ['Rosenhof Dental', 'If you smell gas, leave the house and ring National Pipelines on 0161 496 0382.'],
    ['Miller Heating', 'Gas leak? Call CenterPoint Energy at (713) 659-2111.'],
    ['Praxis Rosenhof', 'Störungen am Stromnetz meldet man der EnBW, Tel. 0721 915 000'],
    ['Стоматологія «Роза»', 'Немає світла? Диспетчер ДТЕК відповідає за номером (044) 202-15-88.'],
    ['Rosenhof Dental', 'Where to stay: The Crown Inn, five minutes on foot, 01628 550 317.'],
    ['Кафе «Ромашка»', 'Где остановиться: гостиница «Исеть», +7 (343) 350-01-28'],
    ['Kancelaria Wrona', 'Noclegi w pobliżu: Hotel Pod Różą, tel. 12 424 33 00'],
    ['The Old Bakery', 'Nearest taxi firm: A1 Cars, 01628 773 204'],
    ['Zeytin Restoran', 'Yakındaki taksi durağı: 0212 481 72 93'],
    ['Rosenhof Therapy', 'In crisis? The county line is open 24/7 at (512) 472-4357.'],
    ['Rosenhof Dental', 'Complaints not settled here go to the Legal Dental Panel, 0300 555 0333.'],
    ['Boiler shop Kent', 'Warranty claims go straight to Worcester Bosch: 0330 123 9559.'],
    ['Calder Yoga', 'Our accountant, Baker & Sons, is at 0117 496 0771.'],
    [
      'Sarsfield Medical',
      'At night our patients are looked after by Shannondoc. Please ring them before travelling: 061 459 527.',
    ],
    ['Bäckerei Lindner', 'Es wird jetzt von Familie Özkan geführt; Tische bitte dort bestellen, 0951 2847193.'],
    ['Camping de la Pointe', 'Les balades sont proposées par Solène ; réservez auprès d’elle au 06 71 38 20 45.'],
    [
      'Przedszkole Bajka',
      'Zdjęcia robi u nas pan Marek z Foto-Kadr. Odbitki można domówić bezpośrednio u niego: 512 481 729.',
    ],
    ['Гостевой дом «У озера»', 'Лодку можно взять у соседа, дяди Коли. Звоните ему лучше с утра: +7 (921) 481-72-93.'],
    [
      'Dr. Porter, psychotherapy',
      'Dr. Michael Rourke has kindly agreed to see my patients, and his office is at (617) 482-7315.',
    ],
    ['Physio Seefeld', 'Wer abgeschleppt wurde, meldet sich bei der Parkaufsicht Securo AG, 044 668 12 74.'],
    [
      'Sunny Paws Clinic',
      'After hours, please take your pet to Central Texas Emergency Animal Hospital, (512) 476-2018.',
    ],
    ['Tierarztpraxis Lindenhof', 'Nachts wenden Sie sich bitte an die Tierklinik Ludwigsburg unter 07141 290417.'],
    ['Ashcroft Repairs', 'Please contact Bosch customer care on 0344 892 8979.'],
    ['Kwiaciarnia Róża', 'Wazony robi pracownia obok, ich numer to 512 481 729.'],
    ['Fleurs de Garonne', 'Hébergeur du site : Nuage Sud SARL, 31000 Toulouse, tél. 05 61 48 17 29.'],
  ])('%s: "%s"', (title, text) => {
    expect(sendsAway(title, text)).toBe(true);
  });

  it('also where only the heading says so', () => {
    expect(sendsAway('Calder Yoga', 'The Crown Inn, High Street, 01628 550 317', 'Where to stay')).toBe(true);
  });
});

describe('a business has the number of its own trade, and of its own people', () => {
  it.each<Row>([
    ['Miller Plumbing & Heating', 'Gas leak? Call 0161 496 0382.'],
    ['Miller Plumbing & Heating', 'Gas leak? Call Dave Miller on 0161 496 0382.'],
    ['A1 Taxis Maidenhead', 'Nearest taxi at the station: 01628 773 204'],
    ['Gasthof Krone – Übernachten in Reutlingen', 'Übernachten: Gasthof Krone, Tel. 07121 48 17 29'],
    ['Calder Yoga', 'To stay with us near the taxi rank call 01628 550 317.'],
    ['Harbor House Shelter', 'Domestic violence line, day and night: (919) 828-4716'],
    ['Marlow & Finch', 'Complaints? Our manager, Susan Baker, would like to hear first: 01628 481 729.'],
    ['Boulangerie Perrin', 'Notre seconde boutique est à côté de l’office de tourisme : 03 80 24 81 72.'],
    ['Сервис «Холод-Мастер» | Ремонт', 'Гарантийный ремонт Bosch. Мастер Сергей на связи: +7 (913) 481-72-95.'],
    ['Praxis Dr. Roth', 'Bei Fragen hilft Frau Weber, Tel. 0711 2184013.'],
    ['Praxis Dr. Roth', 'Einen Termin vereinbaren wir mit Ihnen unter 0711 2184013.'],
    ['Calder Yoga', 'Bring the children and their toys, and call 0161 496 0382.'],
    ['Salon Roberta', 'Maria Lopez, head stylist, has been here for ten years. Reach her at (512) 476-2018.'],
    ['Cedar Dental', 'Cedar House, opposite the Swan Hotel\nTel: 0113 496 0382'],
    ['Bella', 'Dinner is served daily in the Grand Hotel, reserve at 0113 496 0382.'],
    ['Calder Yoga', 'Regarding private lessons, phone 0161 496 0382.'],
    ['Calder Yoga', 'Evenings with themes from India: 0161 496 0382.'],
    ['Fietsen de Wit', 'Afspraken maakt u met Hendrik, 020 624 1812.'],
    ['Калина', 'Скарги та пропозиції: 067 504 18 22'],
    ['', 'Nearest taxi firm: A1 Cars, 01628 773 204'],
  ])('%s: "%s"', (title, text) => {
    expect(sendsAway(title, text)).toBe(false);
  });
});

describe('a page', () => {
  let browser: SharedBrowser;
  beforeAll(async () => {
    browser = await aSharedBrowser();
  });
  afterAll(() => browser.close());
  const place = '<p>Leeds LS1 4AP, United Kingdom</p>';
  const away = '<p>No room left? Where to stay: The Crown Inn, <a href="tel:+441628550317">01628 550 317</a>.</p>';

  it('has its own number, and not that of the inn nearby', async () => {
    const { of } = await lookForContacts(
      page(`<h1>Cedar Dental</h1>${place}<p>Tel. 0113 496 0382</p>${away}`),
      browser,
    );
    expect(of('phone')).toEqual(['+441134960382']);
  });

  it('has its own address, and not that of the inn nearby', async () => {
    const own = '<p>Write to hello@cedar-dental.example</p>';
    const inn = '<p>Where to stay: The Crown Inn, rooms@crown.example</p>';
    const { of } = await lookForContacts(page(`<h1>Cedar Dental</h1>${place}${own}${inn}`), browser);
    expect(of('email')).toEqual(['hello@cedar-dental.example']);
  });

  it('with one number has that, whatever the sentence says', async () => {
    const { of } = await lookForContacts(page(`<h1>Cedar Dental</h1>${place}${away}`), browser);
    expect(of('phone')).toEqual(['+441628550317']);
  });
});
