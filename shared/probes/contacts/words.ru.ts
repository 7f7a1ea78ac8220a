import type { ProbeWords } from '../probe-words.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements } from './statements.ts';

export const ru: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Контакты',
  good: 'контакты верны, их легко найти и использовать',
  bad: 'контакты трудно найти или использовать',
  measurement: {
    clicksToContact: (value) => `касаний до контакта: ${value}`,
    contactsFound: (value) => `способов связаться: ${value}`,
    phonesMissing: () => 'нет номера, по которому можно позвонить',
    phonesContradicting: () => 'номер на странице противоречит структурированным данным',
    contactsCovered: () => 'что-то закрывает контакты',
    contactsUnreadable: () => 'контакты трудно прочитать',
    contactsUnusable: (value) => `контактов, которые не открываются касанием: ${value}`,
    phonesNotTappable: () => 'касание номера на телефоне не звонит',
    contactsMisdirected: () => 'ссылка показывает один контакт, а открывает другой',
    expectedMissing: () => 'на странице нет заданного контакта',
    expectedWrong: () => 'контакт на странице не тот, что задан',
  },
  says: {},
  trend: {
    clicksToContact: 'Касаний до контакта',
  },
  remedy:
    'Откройте страницу с телефона и попробуйте воспользоваться контактом. Верните его, исправьте или уберите то, что его закрывает.',
  trouble: {
    title: 'Контакты неверны или их трудно найти',
    has: (at) => `контакты${at} неверны или их трудно найти уже`,
    was: (at) => `контакты${at} были неверны или их было трудно найти`,
    todo: 'Откройте сайт с телефона и попробуйте позвонить. Верните контакт, исправьте его или уберите то, что его закрывает.',
    gain: 'Кто хочет позвонить или написать, сделает это одним касанием.',
  },
};
