import type { ProbeWords } from '../probe-words.ts';
import type { contacts } from './spec.ts';
import type { ContactsStatements } from './statements.ts';

export const uk: ProbeWords<typeof contacts, ContactsStatements> = {
  name: 'Контакти',
  good: 'контакти правильні, їх легко знайти й використати',
  bad: 'контакти важко знайти або використати',
  measurement: {
    clicksToContact: (value) => `дотиків, поки стане видно контакт: ${value}`,
    contactsFound: (value) => `способів зв’язатися: ${value}`,
    phonesMissing: () => 'немає номера, на який можна зателефонувати',
    phonesContradicting: () => 'номер на сторінці суперечить структурованим даним',
    contactsCovered: () => 'щось закриває контакти',
    contactsUnreadable: () => 'контакти важко прочитати',
    contactsUnusable: (value) => `контактів, які не відкриваються дотиком: ${value}`,
    phonesNotTappable: () => 'дотик до номера на телефоні не дзвонить',
    contactsMisdirected: () => 'посилання показує один контакт, а відкриває інший',
    expectedMissing: () => 'на сторінці немає заданого контакту',
    expectedWrong: () => 'контакт на сторінці не той, що задано',
  },
  says: {},
  trend: {
    clicksToContact: 'Дотиків до контакту',
  },
  remedy:
    'Відкрийте сторінку з телефона і спробуйте скористатися контактом. Поверніть його, виправте або приберіть те, що його закриває.',
  trouble: {
    title: 'Контакти хибні або їх важко знайти',
    has: (at) => `контакти${at} хибні або їх важко знайти вже`,
    was: (at) => `контакти${at} були хибні або їх було важко знайти`,
    todo: 'Відкрийте сайт із телефона і спробуйте зателефонувати. Поверніть контакт, виправте його або приберіть те, що його закриває.',
    gain: 'Хто хоче зателефонувати чи написати, зробить це одним дотиком.',
  },
};
