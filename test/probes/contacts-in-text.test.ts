import type { CountryCode } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import { isSamePhone, readTelLink } from '../../functions/probe-page/contacts/dialling.ts';
import { findEmails } from '../../functions/probe-page/contacts/emails.ts';
import { findPhones } from '../../functions/probe-page/contacts/phones.ts';

/** The last nine digits, which are the number with and without its country code. */
const tail = (value: string): string => value.replace(/\D/g, '').slice(-9);

function phonesIn(text: string, country: CountryCode | null, certain = true): string[] {
  const hints = { countries: country === null ? [] : [country], certain };
  return findPhones(text, hints).map(({ value }) => tail(value));
}

/** Public report, country of the page, text, and the numbers that a visitor would say. */
type Relative = readonly [source: string, country: CountryCode | null, text: string, phones: readonly string[]];

const own = 'own';

describe('a fax and a telephone beside each other', () => {
  it.each<Relative>([
    ['freelawproject/courtlistener#770', 'DE', 'Tel: 030 23125 470, Fax: 030 23125 479', ['030 23125470']],
    ['okfde/codefor.de#333', 'DE', 'Telefon 030 23125 470 Telefax 030 23125 479', ['030 23125470']],
    ['devlab-oy/pupesoft#3590', 'DE', 'Telefax: 030 23125 479', []],
    [own, 'DE', 'T +49 30 23125470 | F +49 30 23125479', ['030 23125470']],
    [own, 'GB', 'T: 0113 496 0123 F: 0113 496 0124', ['0113 496 0123']],
    ['confusedbuffalo/phone-report#55', 'PL', 'Tel. 22 123 45 67, faks 22 123 45 68', ['22 123 45 67']],
    [own, 'PL', 'tel./faks: 22 123 45 67', ['22 123 45 67']],
    [own, 'RU', 'Тел.: 8 (495) 123-45-67, факс: 8 (495) 123-45-68', ['495 123 45 67']],
    [own, 'UA', 'тел. (044) 123-45-67; факс (044) 123-45-68', ['44 123 45 67']],
    [own, 'UA', 'т/ф: (044) 123-45-67', ['44 123 45 67']],
    [own, 'FR', 'Tél. 04 78 00 01 23 - Télécopie 04 78 00 01 24', ['4 78 00 01 23']],
    [own, 'FR', 'Télécopieur : 04 78 00 01 24', []],
    [own, 'TR', 'Tel: 0212 123 45 67 Faks: 0212 123 45 68', ['212 123 45 67']],
    [own, 'TR', 'Belgegeçer: 0212 123 45 68', []],
    [own, 'ES', 'Teléfono 912 345 678 y fax 912 345 679', ['912 345 678']],
    [own, 'US', '(512) 555-0143 (fax) (512) 555-0144', ['512 555 0144']],
    [own, 'FR', 'Tél/Fax : 04 78 00 01 23', ['4 78 00 01 23']],
    [own, 'ES', 'Tfno: 912345678 Fax: 912345679', ['912 345 678']],
    ['whatsnewsaes/DJCCPA#26', 'US', 'Phone: (512) 555-0143 Fax: (512) 555-0144', ['512 555 0143']],
    [own, 'US', 'Phone (512) 555-0143\nFax (512) 555-0144', ['512 555 0143']],
    [own, 'US', '512-555-0143 / 512-555-0144 (Fax)', ['512 555 0143']],
    [own, 'DE', '030 23125479 (Fax), 030 23125470 (Telefon)', ['030 23125470']],
    [own, 'FR', 'Accueil au 04.78.00.01.23 ; par fax au 04.78.00.01.24', ['4 78 00 01 23']],
    [own, 'DE', 'Rufen Sie an: 030 23125470, oder per Fax unter der Nummer 030 23125479', ['030 23125470']],
    [own, 'RU', 'Звоните 8 (495) 123-45-67, факс по номеру 8 (495) 123-45-68', ['495 123 45 67']],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });
});

describe('a word that only begins or ends like an announcement', () => {
  it.each<Relative>([
    ['coreruleset/coreruleset#3205', 'GB', 'Harrow Brothers Builders 0113 496 0123', ['0113 496 0123']],
    ['mandiant/capa-rules#1109', 'DE', 'Stuttgart 0711 21950123', ['0711 21950123']],
    [own, 'DE', 'Stuttgart +49 711 21950123', ['0711 21950123']],
    [own, 'GB', 'Ask for David 0113 496 0123', ['0113 496 0123']],
    [own, 'GB', '0113 496 0123 Europe’s best builders', ['0113 496 0123']],
    [own, 'GB', 'Modern Art 0113 496 0123', ['0113 496 0123']],
    [own, 'ES', 'Madrid 912 345 678', ['912 345 678']],
    [own, 'PL', 'Firma Zenit 22 123 45 67', ['22 123 45 67']],
    [own, 'RU', 'Магазин «Снип» 8 (495) 123-45-67', ['495 123 45 67']],
    [own, 'KZ', '8 (727) 123-45-67 ТГК Сервис', ['727 123 45 67']],
    ['google/re2#344', 'RU', '8 (495) 123-45-67 Летняя веранда', ['495 123 45 67']],
    [own, 'UA', 'Кав’ярня на Подолі (044) 123-45-67 минулого року переїхала', ['44 123 45 67']],
    [own, 'US', 'Tulsa Pan American Bakery (512) 555-0143', ['512 555 0143']],
    [own, 'US', 'Call Sid (512) 555-0143', ['512 555 0143']],
    [own, 'RU', 'Заказ столика: 8 (495) 123-45-67', ['495 123 45 67']],
    [own, 'DE', 'Bestellung und Abholung: 0711 21950123', ['0711 21950123']],
    [own, 'US', 'To order: (512) 555-0143', ['512 555 0143']],
    [own, 'UA', 'Замовлення за телефоном 0441234567', ['44 123 45 67']],
    ['redbadger/website-honestly#34', 'GB', 'Registered in England, company number 07464237', []],
    ['catamphetamine/libphonenumber-js#466', 'NL', 'BSN 608483369', []],
    [own, 'RU', 'Заказ № 9261234567', []],
    [own, 'DE', 'Kundennummer 0711 2195012', []],
    [own, 'DE', 'Preis 12.500,00 EUR', []],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });
});

describe('opening hours and dates beside a number', () => {
  it.each<Relative>([
    ['WazeDev/WME-Place-Harmonizer#295', 'US', 'Call (512) 555-0143 24/7', ['512 555 0143']],
    [own, 'DE', 'Tel. 0711 21950123 8-17 Uhr', ['0711 21950123']],
    [own, 'DE', 'Tel. 0711 21950123 Mo-Fr 8-17', ['0711 21950123']],
    [own, 'DE', '0711 21950123 (8:00 - 17:00)', ['0711 21950123']],
    [own, 'DE', '8-17 Uhr 0711 21950123', ['0711 21950123']],
    [own, 'RU', '8 (495) 123-45-67 10:00-22:00', ['495 123 45 67']],
    [own, 'RU', '8 (495) 123-45-67 с 9 до 18', ['495 123 45 67']],
    [own, 'UA', '044 123 45 67 9:00–18:00', ['44 123 45 67']],
    [own, 'UA', '(044) 123-45-67 24 години', ['44 123 45 67']],
    [own, 'FR', '04 78 00 01 23 9h-18h', ['4 78 00 01 23']],
    [own, 'FR', '04 78 00 01 23 7j/7 24h/24', ['4 78 00 01 23']],
    [own, 'PL', '22 123 45 67 8-16', ['22 123 45 67']],
    [own, 'PL', '22 123 45 67 w godz. 8-16', ['22 123 45 67']],
    [own, 'TR', '0212 123 45 67 09.00-18.00', ['212 123 45 67']],
    [own, 'ES', '912 345 678 9 a 14 h', ['912 345 678']],
    ['moezbhatti/qksms#668', 'US', 'Please contact 202-555-0191 around 18h45-19h', ['202 555 0191']],
    [own, 'US', '(512) 555-0143 9am-5pm', ['512 555 0143']],
    [own, 'US', '512-555-0143 8 AM - 5 PM', ['512 555 0143']],
    ['google/libphonenumber#708', 'DE', '03.07 - 17.07.15', []],
    ['google/libphonenumber#708', 'DE', '05.10.1986', []],
    ['daviddrysdale/python-phonenumbers#164', 'US', 'execution plans CA 03/2015 – 03/2016', []],
    ['catamphetamine/libphonenumber-js#252', 'US', '(foo) (213) 373-4253 (ext. 234)', ['213 373 4253']],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });
});

describe('letters that a dialler turns into digits, and extensions', () => {
  it.each<Relative>([
    ['daddyz/phonelib#102', 'US', 'Call 1-800-555-CLOG any time', ['800 555 2564']],
    ['google/libphonenumber PR#1834', 'US', '1-800-FLOWERS', ['800 356 9377']],
    [own, 'US', '(800) GO-FEDEX', ['800 463 3339']],
    [own, 'US', '1-800-CONTACTS', ['800 266 8228']],
    [own, 'US', 'Call 512-555-ROOF now', ['512 555 7663']],
    [own, 'AU', '1300 FLOWERS', ['1300 356937']],
    [own, 'DE', '0800 PIZZA24', ['800 749 9224']],
    ['manzinello/mailgo#92', 'US', '(512) 555-0143 ext. 204', ['512 555 0143']],
    [own, 'US', '512.555.0143 x204', ['512 555 0143']],
    ['code4recovery/12-step-meeting-list#86', 'US', '(646) 558-8656,,820445398#', ['646 558 8656']],
    ['kscht/accredreestr_converter#23', 'RU', '+7 (495) 123-45-67 доб. 1204', ['495 123 45 67']],
    [own, 'UA', '(044) 123-45-67 вн. 204', ['44 123 45 67']],
    [own, 'DE', '0711 21950123 Durchwahl 45', ['0711 21950123']],
    [own, 'PL', '22 123 45 67 wew. 12', ['22 123 45 67']],
    [own, 'US', 'DOWNLOAD 123-456-BETA', []],
    [own, 'US', 'Size 10 LARGE BOXES', []],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });

  it.each([
    ['manzinello/mailgo#92', 'tel:+15125550143p204'],
    ['google/WebFundamentals#6826', 'tel:+15125550143;777777777#'],
    ['google/WebFundamentals#6826', 'tel:+15125550143,777777777#'],
    ['google/WebFundamentals#6826', 'tel:+15125550143;ext=777#'],
    ['ezyang/htmlpurifier#388', 'tel:+15125550143,,32288696#'],
    ['kscht/accredreestr_converter#23', 'tel:+15125550143;postd=,204'],
    [own, 'tel:+15125550143w204'],
    [own, 'tel:+1-512-555-0143x204'],
    [own, 'tel:+1-512-555-0143%2C204'],
    [own, 'tel:5125550143%20ext.%20204'],
    [own, 'tel://+1 (512) 555-0143'],
    [own, 'tel:512-555-0143PP204'],
  ])('%s: %s dials the number before the pause', (_, href) => {
    expect(readTelLink(href, { countries: ['US'], certain: true })).toBe('+15125550143');
  });

  it.each([
    ['tel:1-800-555-CLOG', '1-800-555-CLOG'],
    ['tel:18005552564', '1-800-555-CLOG'],
    ['tel:1-800-FLOWERS', '1-800-356-9377'],
    ['tel:+18003569377', '1-800-FLOWERS'],
    ['tel:+1-800-go-fedex', '(800) GO-FEDEX'],
  ])('%s dials what "%s" shows', (href, shown) => {
    const hints = { countries: ['US' as const], certain: true };
    const [written] = findPhones(shown, hints);
    expect(isSamePhone(readTelLink(href, hints) ?? '', written?.value ?? '-')).toBe(true);
  });
});

describe('an area code and a number, on a page that tells no country', () => {
  it.each<Relative>([
    [own, 'DE', 'Praxis: 030 23125470', ['030 23125470']],
    [own, 'DE', 'im Notfall 112.\nPraxis: 030 23125470', ['030 23125470']],
    [own, 'DE', 'Werkstatt (0711) 21950123', ['0711 21950123']],
    [own, 'DE', 'Büro 0711/21950123', ['0711 21950123']],
    [own, 'DE', 'Laden 0711-21950123', ['0711 21950123']],
    [own, 'GB', 'Shop 0113 4960123', ['0113 4960123']],
    [own, 'UA', 'Майстерня 044 1234567', ['44 1234567']],
    [own, 'IT', 'Negozio 06 12345678', ['06 12345678']],
    [own, 'NL', 'Winkel 020-1234567', ['020 1234567']],
    [own, 'DE', 'Artikelnummer 0711 21950123', []],
    [own, 'DE', 'Bestellnr. 0711 21950123', []],
    [own, 'DE', 'Fax 0711 21950123', []],
    [own, 'US', 'Order 0711 21950123', []],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country, false)).toEqual(phones.map(tail));
  });
});

describe('a round amount', () => {
  it.each<Relative>([
    [own, 'US', 'Price 1 250 000 000.', []],
    [own, 'US', 'We have sold 1.250.000.000 of them', []],
    [own, 'DE', 'Umsatz 0 120 000 000', []],
    [own, 'US', 'Call 800 500 0000', ['800 500 0000']],
    [own, 'US', 'Phone: 1 250 000 000', ['1250000000']],
    [own, 'IT', 'Tel. 06 1000 000', ['06 1000 000']],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });
});

describe('a number without any separator', () => {
  it.each<Relative>([
    [own, 'DE', 'Tel: 071121950123', ['0711 21950123']],
    [own, 'DE', 'Telefon:071121950123', ['0711 21950123']],
    [own, 'UA', 'Тел.:0441234567', ['44 123 45 67']],
    [own, 'UA', '☎0441234567', ['44 123 45 67']],
    [own, 'US', 'Phone: 5125550143', ['512 555 0143']],
    [own, 'PL', 'tel.221234567', ['22 123 45 67']],
    [own, 'FR', 'Tél : 0478000123', ['4 78 00 01 23']],
    [own, 'ES', 'Llámanos al 912345678', ['912 345 678']],
    [own, 'TR', 'Bizi arayın: 02121234567', ['212 123 45 67']],
    [own, 'RU', 'Звоните: 84951234567', ['495 123 45 67']],
    [own, 'GB', 'Give us a call on 01134960123', ['0113 496 0123']],
    [own, 'US', 'Text us at 5125550143', ['512 555 0143']],
    [own, 'DE', 'WhatsApp: 0171123456', ['0171 123456']],
    [own, 'DE', 'Rufen Sie uns an unter 071121950123', ['0711 21950123']],
    [own, 'UA', 'Телефонуйте 0671234567', ['67 123 45 67']],
    [own, 'US', 'Ticket 5125550143', []],
  ])('%s, %s: "%s" stands on a page that tells no country', (_, country, text, phones) => {
    expect(phonesIn(text, country, false)).toEqual(phones.map(tail));
  });
});

describe('numbers of somebody else', () => {
  it.each<Relative>([
    [own, 'DE', 'Tel. 0711 21950123. Ärztlicher Bereitschaftsdienst: 0711 2628012', ['0711 21950123']],
    [own, 'DE', 'Außerhalb der Sprechzeiten: kassenärztlicher Notdienst unter 116 117 oder 0711 2628012', []],
    [own, 'DE', 'Zahnärztlicher Notdienst: 0711 7877755', []],
    [own, 'DE', 'Abends wenden Sie sich an den Notdienst\nunter der Telefonnummer: 01805 123456', []],
    [own, 'DE', 'Am Wochenende leiten wir Anrufe an den Notdienst weiter: 0711 2628012', []],
    [own, 'DE', 'Unser Notdienst ist für Sie da\nunter der Telefonnummer: 0711 21950123', ['0711 21950123']],
    [own, 'DE', 'Notdienst, Tag und Nacht\nTelefon: 0711 21950123', ['0711 21950123']],
    [own, 'GB', 'When we are closed, please ring the on-call dentist\non the number 0113 496 0199', []],
    [own, 'GB', 'On call day and night: 0113 496 0123', ['0113 496 0123']],
    [own, 'FR', 'La nuit, appelez le dentiste de garde\nau numéro 04 78 83 51 51', []],
    [own, 'ES', 'Por la noche, llame al dentista de guardia\nal número 912 34 56 78', []],
    [own, 'PL', 'W nocy prosimy dzwonić do dyżurnego stomatologa\npod numer 22 123 45 67', []],
    [own, 'UA', 'Уночі телефонуйте: черговий стоматолог\nза номером 044 123 45 67', []],
    [own, 'RU', 'Ночью принимает дежурный ветеринар\nпо номеру 8 495 123-45-67', []],
    [own, 'TR', 'Geceleri nöbetçi diş hekimi\ntelefon numarası: 0212 123 45 67', []],
    [own, 'DE', 'Giftnotruf Berlin: 030 19240', []],
    [own, 'DE', 'Telefonseelsorge 0800 111 0 111', []],
    [own, 'DE', '24h-Notdienst: 0711 21950123', ['0711 21950123']],
    [own, 'GB', 'Emergency plumber? Call 0113 496 0123', ['0113 496 0123']],
    [own, 'US', 'Poison Control: 1-800-222-1222', []],
    [own, 'US', 'In a crisis call the National Suicide Prevention Lifeline at 1-800-273-8255', []],
    [own, 'FR', 'Centre antipoison : 01 40 05 48 48', []],
    [own, 'FR', 'SOS Médecins : 04 78 83 51 51', []],
    [own, 'FR', 'En dehors des heures, appelez le SAMU au 15 ou le 04 72 68 93 00', []],
    [own, 'DE', 'Bankverbindung: Konto 1234567890, BLZ 60050101', []],
    [own, 'RU', 'Горячая линия Роспотребнадзора: 8-800-555-49-43', []],
    [own, 'RU', 'Наша горячая линия: 8-800-555-35-35', ['800 555 35 35']],
    [own, 'UA', 'Гаряча лінія МОЗ 0 800 60 20 19', []],
    [own, 'PL', 'Pogotowie ratunkowe 999, Pomoc drogowa: 22 123 45 67', ['22 123 45 67']],
    [own, 'GB', 'Book with us on 0113 496 0123. Booking.com customer service: 020 3320 2609', ['0113 496 0123']],
    [own, 'GB', 'Book on Booking.com or call 0113 496 0123', ['0113 496 0123']],
  ])('%s, %s: "%s"', (_, country, text, phones) => {
    expect(phonesIn(text, country)).toEqual(phones.map(tail));
  });
});

describe('an address that is disguised against robots', () => {
  it.each<readonly [source: string, text: string, emails: readonly string[]]>([
    ['lawzava/emailscraper#4', 'contact [arobase] atelier-exemple [point] fr', ['contact@atelier-exemple.fr']],
    ['kichik/email-scraper#4', 'johnsmith [at] yahoo [dot] com', ['johnsmith@yahoo.com']],
    ['kevincobain2000/email_extractor#9', 'email{at>domain[dot)com', ['email@domain.com']],
    ['kevincobain2000/email_extractor#8', 'first(dot)last(at)domain(dot)com', ['first.last@domain.com']],
    ['pedramamini/iocextract#22', 'identifier[@]domain[.com]', ['identifier@domain.com']],
    ['medialab/website#322', 'nom.prenom [at] domain.fr', ['nom.prenom@domain.fr']],
    ['medialab/website#322', 'nom.prenom [chez] domain.fr', ['nom.prenom@domain.fr']],
    ['medialab/website#322', 'nom.prenom﹫domain.fr', ['nom.prenom@domain.fr']],
    [own, 'Пишіть: info (равлик) firma.ua', ['info@firma.ua']],
    [own, 'Пишите: info собака firma точка ru', ['info@firma.ru']],
    [own, 'zakaz[собака]firma.ru', ['zakaz@firma.ru']],
    [own, 'info равлик firma крапка ua', ['info@firma.ua']],
    [own, 'biuro (małpa) firma.pl', ['biuro@firma.pl']],
    [own, 'biuro małpa firma kropka pl', ['biuro@firma.pl']],
    [own, 'info (arroba) empresa (punto) es', ['info@empresa.es']],
    [own, 'info arroba empresa punto es', ['info@empresa.es']],
    [own, 'bilgi [et] firma [nokta] com [nokta] tr', ['bilgi@firma.com.tr']],
    [own, 'info (ät) firma (punkt) de', ['info@firma.de']],
    [own, 'info @ firma . de', ['info@firma.de']],
    [own, 'E-Mail: info @ firma.de', ['info@firma.de']],
    [own, 'info @firma.de', ['info@firma.de']],
    [own, 'E-Mail: info@firma . de', ['info@firma.de']],
    [own, 'info -at- firma.de', ['info@firma.de']],
    [own, 'info@ firma.de', ['info@firma.de']],
    [own, 'Mail: info at firma.de', ['info@firma.de']],
    [own, 'info(a)firma.fi', ['info@firma.fi']],
    [own, 'INFO (AT) FIRMA (DOT) DE', ['info@firma.de']],
    [own, 'info_at_firma.de', ['info@firma.de']],
    [own, 'info@NOSPAM.firma.de', ['info@firma.de']],
    [own, 'info＠firma.de', ['info@firma.de']],
    [own, 'Visit us at firma.de', []],
    [own, 'We meet @ Cafe. Come early', []],
    [own, 'Follow @coffeelab.de on Instagram', []],
    [own, 'У нас живёт собака. Точка.', []],
    [own, 'Rendez-vous au point de vente (at 5 pm)', []],
    [own, 'Wir sind (at) last angekommen', []],
    [own, 'hello\u200b@bakery\u00ad.example', ['hello@bakery.example']],
    [own, 'stay-at-home.com', []],
  ])('%s: "%s"', (_, text, emails) => {
    expect(findEmails(text).map(({ value }) => value)).toEqual(emails);
  });
});
