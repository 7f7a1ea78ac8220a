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
