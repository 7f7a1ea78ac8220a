import { describe, expect, it } from 'vitest';
import { spokenLanguage } from '../../functions/probe-page/lexicon/spoken-language.ts';

/** Public report, what the page declares, its text, and the language that a reader would say. */
describe('the language of a text', () => {
  it.each<readonly [source: string, declared: string, text: string, language: string]>([
    [
      'an audited site',
      'en',
      'Салон красоты на Садовой. Запись по телефону, мы ждём вас каждый день с 10 до 22.',
      'ru',
    ],
    [
      'fewocm/website#12',
      'en-US',
      'Unsere Ferienwohnung liegt ruhig und zentral in der Altstadt und bietet Platz für die ganze Familie.',
      'de',
    ],
    [
      'Pelican-Elegant/elegant#156',
      'en',
      'Кав’ярня на Подолі. Ми печемо щоранку і варимо каву для вас та ваших друзів.',
      'uk',
    ],
    [
      'microlinkhq/metascraper#64',
      'en',
      'Zapraszamy do naszej kawiarni na rynku. Oferujemy kawę i ciasta oraz lody dla dzieci na wynos.',
      'pl',
    ],
    ['validator/validator#491', 'bg', 'Реставрация на стари радиоапарати, ремонт и търговия с части за тях', 'bg'],
    [
      'validator/validator#401',
      'nl',
      'Gratis juridisch advies voor iedereen. Stel een vraag aan de juristen van de rechtswinkel in de stad.',
      'nl',
    ],
    [
      'validator/validator#2020',
      'en',
      'Regional councils of Victoria: the list of all local government areas in the state, with links to each of them.',
      'en',
    ],
    [
      'own',
      'en',
      'Bienvenue dans notre atelier de reliure. Nous travaillons le cuir et le papier pour les particuliers et les musées.',
      'fr',
    ],
    [
      'own',
      'en',
      'Bienvenidos a nuestra panadería. Hacemos el pan de cada día con harina de los molinos de la sierra.',
      'es',
    ],
    [
      'own',
      'en',
      'Ankara’da bir kahve dükkânı. Sizin için her gün taze çekirdek kavuruyoruz ve tüm tatlılar da bizden.',
      'tr',
    ],
    ['own', 'de-AT', 'Wir sind das Kaffeehaus in der Herrengasse und freuen uns auf Sie und Ihre Gäste.', 'de-AT'],
    ['own', 'en', 'Coffee Lab', 'en'],
    ['own', '', 'Наши мастера приедут к вам в любой день, чтобы починить кран.', 'ru'],
    ['own', 'en', 'Ο φούρνος μας ψήνει ψωμί κάθε πρωί για όλη τη γειτονιά', 'el'],
    ['own', 'ru', 'Ми ремонтуємо взуття і сумки, їх можна принести щодня до майстерні', 'uk'],
    ['own', 'it', 'Il nostro forno è aperto tutti i giorni e la domenica', 'it'],
  ])('%s: "%s" on "%s"', (_, declared, text, language) => {
    expect(spokenLanguage(text, declared)).toBe(language);
  });
});

/** What is declared, a page of a few words, and the language that a reader would say; empty where nobody could. */
describe('the language of a page that says little', () => {
  it.each([
    ['en', 'Головна Послуги Ціни Про нас Контакти', 'uk'],
    ['en', 'Головна Каталог Доставка Контакти', 'uk'],
    ['ru', 'Головна Каталог Доставка Контакти Оплата', 'uk'],
    ['en', 'Главная Каталог Доставка Оплата', 'ru'],
    ['en', 'Стрижка 400 грн Борода 250 грн Запис', 'uk'],
    ['', 'Стрижка Манікюр Педикюр', 'uk'],
    ['en', 'Добре дошли в нашата пекарна. Печем хляб всеки ден за вас и вашите гости', 'bg'],
    ['en', 'Добродошли у нашу пекару. Сваки дан печемо хлеб и колаче за ваше госте', 'sr'],
    ['en', 'Startseite Leistungen Über uns Preise Kontakt Impressum', 'de'],
    ['en', 'Dachdeckerei Müller – Ihr Partner für Dach und Fassade', 'de'],
    ['en', 'Accueil Nos services Tarifs À propos Contact', 'fr'],
    ['en', 'Plombier à Lyon. Dépannage rapide 7j/7. Devis gratuit', 'fr'],
    ['en', 'Inicio Servicios Precios Nosotros Contacto', 'es'],
    ['en', 'Strona główna Oferta Cennik O nas Kontakt', 'pl'],
    ['en', 'Anasayfa Hizmetler Fiyatlar Hakkımızda İletişim', 'tr'],
    ['de', 'Home Services Prices About us Contact', 'en'],
    [
      'en',
      'Dobrodošli u našu pekaru na uglu. Svaki dan pečemo hleb i kolače za vas i vaše goste, a na slavu i po želji.',
      'sh',
    ],
    [
      '',
      'Dobrodošli u našu pekaru na uglu. Svaki dan pečemo hleb i kolače za vas i vaše goste, a na slavu i po želji.',
      'sh',
    ],
    ['en', 'Vítejte v naší pekárně na rohu. Každý den pečeme chléb a koláče pro vás i vaše hosty.', 'cs'],
    ['en', 'Il nostro forno è aperto tutti i giorni e la domenica', 'it'],
    ['en', 'A nossa padaria abre todos os dias. Fazemos o pão para você', 'pt'],
    ['ru', 'Smokehouse BBQ. Brisket, ribs and pulled pork. Order ahead or walk in.', 'en'],
    ['uk-UA', 'Salon fryzjerski Anna, Kraków. Strzyżenie i koloryzacja.', 'pl'],
    ['ru', 'PIZZERIA NAPOLI MARGHERITA QUATTRO FORMAGGI', ''],
    ['ru', 'Menu', 'ru'],
  ])('declared as "%s", "%s" is %s', (declared, text, language) => {
    expect(spokenLanguage(text, declared)).toBe(language);
  });

  it.each([
    ['en', 'Home Services Prices About us Contact', 'en'],
    ['en-GB', 'Chez Nous. Book a table. Opening hours', 'en-GB'],
    ['en', 'Haus & Hof Interiors. Van delivery. Free quotes', 'en'],
    ['uk', 'Каталог Доставка Оплата Акции Бренд Магазин', 'uk'],
    ['bg', 'Начало Контакти', 'bg'],
    ['it', 'Bar Roma', 'it'],
    ['', 'Стрижка Маникюр', ''],
    ['', 'Coffee', ''],
  ])('what is declared counts where the words tell nothing else: "%s", "%s"', (declared, text, language) => {
    expect(spokenLanguage(text, declared)).toBe(language);
  });
});
