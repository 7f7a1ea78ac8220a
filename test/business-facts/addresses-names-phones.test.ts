import { describe, expect, it } from 'vitest';
import { type Address, relateAddresses } from '../../shared/business-facts/addresses.ts';
import { relateNames } from '../../shared/business-facts/names.ts';
import { readPhone, relatePhones } from '../../shared/business-facts/phones.ts';

function at(street: string, postcode: string | null = null, city: string | null = null): Address {
  return { written: [street, postcode, city].filter(Boolean).join(', '), street, postcode, city };
}
const line = (written: string): Address => ({ written, street: null, postcode: null, city: null });

describe('names', () => {
  it.each([
    ['Coffee Lab', 'ТОВ «Coffee Lab»'],
    ['Coffee Lab', 'COFFEE LAB, LLC'],
    ['Coffee Lab', 'CoffeeLab'],
    ['Coffee Lab', 'Coffee Lab – specialty coffee in Kyiv'],
    ['Müller & Sohn GmbH', 'Mueller und Sohn'],
    ['Кавова лабораторія', 'ФОП «Кавова Лабораторія»'],
    ['Kawiarnia Lis sp. z o.o.', 'Kawiarnia Lis'],
    ['Ромашка', 'Romashka'],
    ['Café Élan', 'Cafe Elan'],
    ['Bao', 'Bao Bar'],
    ['Hotel Lviv', 'Lviv Hotel'],
    ["Кав'ярня Ранок", 'Cafe Ranok'],
    ['Кофейня Ранок', 'Ranok Coffee'],
    ['Салон краси «Анна»', 'Beauty Salon Anna'],
    ['Піцерія Мама', 'Пиццерия Мама'],
  ])('"%s" and "%s" are the same', (a, b) => {
    expect([relateNames(a, b), relateNames(b, a)]).toEqual(['same', 'same']);
  });

  it.each([
    ['Coffee Lab', 'Coffee Lub'],
    ['Coffee Lab', 'Tea House'],
    ['Bob', 'Rob'],
    ['Nova Poshta', 'Kyivstar'],
    ["Кав'ярня Ранок", 'Перукарня Вечір'],
    ['ООО «Рассвет»', 'ООО «Василёк»'],
  ])('"%s" and "%s" differ', (a, b) => {
    expect(relateNames(a, b)).toBe('different');
  });

  it.each([
    ['Кавова лабораторія', 'Coffee Laboratory'],
    ["Клініка Здоров'я", 'Клиника Здоровье'],
    ['Dr. med. Anna Schmidt', 'Praxis Dr. Anna Schmidt'],
    ['Coffee Lab', '咖啡'],
    ["Кав'ярня Ранок", 'Кофейня Утро'],
    ["Кав'ярня Ранок", 'Кафе Утро'],
    ['Кофейня Утро', 'Cafe Ranok'],
    ['Cafe Ranok', 'Morning Cafe'],
    ['Ромашка', 'Волошка'],
    ['Кафе', 'Кофейня'],
    ['Restaurant Lviv', 'Restaurant Lvov'],
    ['Odesa', 'Odessa'],
    ['Coffee Lab', '!!!'],
    ['Coffee Lab', ''],
  ])('"%s" and "%s" may be translations, or no names', (a, b) => {
    expect(relateNames(a, b)).toBe('unclear');
  });
});

describe('names of two branches', () => {
  it.each([
    ['Coffee Lab Podil', 'Coffee Lab Obolon'],
    ['Ранок на Подолі', 'Ранок на Оболоні'],
    ['Coffee Lab #1', 'Coffee Lab №2'],
    ["Кав'ярня Поділ", "Кав'ярня Оболонь"],
    ['Cafe Podil', 'Cafe Obolon'],
    ['Lviv Coffee Lab', 'Cafe Lviv'],
    ['Клініка Добробут, Київ', 'Добробут (Львів)'],
  ])('"%s" and "%s" are no difference', (a, b) => {
    expect([relateNames(a, b), relateNames(b, a)]).toEqual(['unclear', 'unclear']);
  });

  it('of two trades may be those of two businesses', () => {
    expect(relateNames('Hotel Lviv', 'Cafe Lviv')).toBe('unclear');
  });
});

describe('phones', () => {
  const relate = (ours: string[], theirs: string[], country: string | null = 'UA') =>
    relatePhones(
      ours.map((each) => readPhone(each, country)),
      theirs.map((each) => readPhone(each, country)),
    );

  it.each([
    [['+380 44 123 45 67'], ['(044) 123-45-67']],
    [['00380441234567'], ['+380441234567']],
    [['+380 44 123 45 67', '+380 67 111 22 33'], ['067 111 22 33']],
    [['+380 44 123 45 67 доб. 5'], ['+380441234567 ext. 5']],
    [['+380 44 123 45 67 ext 5'], ['+380441234567']],
  ])('%j and %j are the same', (ours, theirs) => {
    expect([relate(ours, theirs), relate(theirs, ours)]).toEqual(['same', 'same']);
  });

  it('differ where no number is in both, and where the extension is another', () => {
    expect(relate(['+380 44 123 45 67'], ['+380 44 123 45 68', '067 111 22 33'])).toBe('different');
    expect(relate(['+380 44 123 45 67 ext 5'], ['+380 44 123 45 67 ext 6'])).toBe('different');
  });

  it('without a country are the same by their digits, and otherwise not compared', () => {
    expect(relate(['(044) 123-45-67'], ['+380 44 123 45 67'], null)).toBe('same');
    expect(relate(['044 123 45 68'], ['+380 44 123 45 67'], null)).toBe('unclear');
    expect(relate(['call us'], ['+380 44 123 45 67'])).toBe('unclear');
    expect(relate([], ['+380 44 123 45 67'])).toBe('unclear');
  });
});

describe('addresses', () => {
  it.each([
    [at('12 Reitarska Street', '01030', 'Kyiv'), at('вул. Рейтарська, 12', '01030', 'Київ')],
    [at('12 Reitarska St.', null, 'Kyiv'), at('Reytarskaya ul. 12', null, 'Kiev')],
    [at('Hauptstr. 5a', '10115', 'Berlin'), at('Hauptstraße 5 A', '10115', 'Berlin')],
    [at('Torstr. 5', 'D-10115', 'Berlin'), at('Torstraße 5', '10115', 'Berlin')],
    [at('Brīvības iela 5', 'LV-1050', 'Rīga'), at('Brivibas iela 5', '1050', 'Riga')],
    [at('ul. Długa 7', '00-238', 'Warszawa'), at('Dluga 7', '00238', 'Warsaw')],
    [at('48 Main St, Suite 100', '94105', 'San Francisco'), at('48 Main Street', '94105-1234', 'San Francisco')],
    [at('вул. Грушевського, 10, оф. 5', null, 'Львів'), at('10 Hrushevskoho St', null, 'Lviv')],
    [at('12 Reitarska Street', '01030', 'Kyiv'), line('12 Reitarska Street Kyiv, Ukraine')],
    [at('12 Reitarska Street, Kyiv, 01030'), at('12 Reitarska Street', '01030', 'Kyiv')],
    [at("5 St. Mary's Road"), at('5 Saint Marys Rd.')],
    [line('вул. Рейтарська, 12, Київ'), line('Reitarska 12, 01030 Kyiv')],
  ])('%j and %j are the same', (a, b) => {
    expect([relateAddresses(a, b), relateAddresses(b, a)]).toEqual(['same', 'same']);
  });

  it.each([
    [at('12 Reitarska Street'), at('14 Reitarska Street')],
    [at('12 Reitarska Street', '01030'), at('12 Reitarska Street', '01034')],
    [at('12 Reitarska Street'), at('12 Bankova Street')],
    [at('12 Main Street'), at('12 Main Road')],
    [at('вул. Пушкінська, 12'), at('вулиця Євгена Чикаленка, 12')],
    [at('Plac Zamkowy 4'), at('Rynek 17')],
    [at('12 Reitarska Street', null, 'Kyiv'), line('14 Reitarska Street, Kyiv')],
  ])('%j and %j differ', (a, b) => {
    expect([relateAddresses(a, b), relateAddresses(b, a)]).toEqual(['different', 'different']);
  });

  it.each([
    ['a house and its entrance', at('12 Reitarska Street'), at('12A Reitarska Street')],
    ['a street in another language', at('Rynek Główny 5', null, 'Kraków'), line('Main Square 5')],
    ['a square translated into another script', at('5 Independence Square'), at('майдан Незалежності, 5')],
    ['a square in another language', at('Plac Zamkowy 4'), at('4 Castle Square')],
    ['a street in Ukrainian and in Russian', at('вул. Січових Стрільців, 12'), at('ул. Сечевых Стрельцов, 12')],
    ['the same house in a suburb', at('20 Upper Street', null, 'London'), at('20 Upper Street', 'N1 0PN', 'Islington')],
    [
      'a city in Ukrainian and in Russian',
      at('вул. Соборна, 5', null, 'Миколаїв'),
      at('ул. Соборная, 5', null, 'Николаев'),
    ],
    ['no house number', at('Reitarska Street'), at('Reitarska Street, 12')],
    ['only a city', at('', null, 'Kyiv'), at('12 Reitarska Street', null, 'Kyiv')],
  ])('%s cannot be compared', (_, a, b) => {
    expect([relateAddresses(a, b), relateAddresses(b, a)]).toEqual(['unclear', 'unclear']);
  });
});
