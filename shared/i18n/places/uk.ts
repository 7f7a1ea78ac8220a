import type { PlaceWords } from './words.ts';

export const uk: PlaceWords = {
  heading: 'Де ви зустрічаєтеся з клієнтами',
  place: {
    phone: 'Телефон',
    messages: 'Пошта й месенджери',
    social: 'Соцмережі',
    'live-contact': 'Особисте спілкування',
    website: 'Сайт',
    reviews: 'Відгуки',
    loyalty: 'Лояльність',
  },
  column: { place: 'Місце', state: 'Що відомо' },
  touchpoints: { one: 'точка контакту', few: 'точки контакту', many: 'точок контакту', other: 'точки контакту' },
  unwatched: 'Не відстежується',
  notYet: (places) => `Поки не відстежується: ${places}.`,
  begin: {
    phone:
      'З чого почати: `touchlight score new phone` створить анкету для оцінювання дзвінків. Заповнити її можна за десять хвилин.',
    messages: 'З чого почати: додайте `kind: mailbox` до touchpoints.yaml.',
    social: 'З чого почати: додайте до touchpoints.yaml `kind: facebook` або іншу свою соцмережу.',
    'live-contact':
      'З чого почати: `touchlight score new live-contact` створить анкету для оцінювання візиту. Заповнити її можна за десять хвилин.',
    website: 'З чого почати: додайте `kind: website` з адресою сайту до touchpoints.yaml.',
    reviews: 'З чого почати: додайте `kind: google-reviews` або `kind: trustpilot` до touchpoints.yaml.',
  },
  checkedAgain: 'Щойно змінилося, перевіряємо ще раз.',
  visits: { one: 'оцінений візит', few: 'оцінені візити', many: 'оцінених візитів', other: 'оціненого візиту' },
  newest: (visits, at) => `${visits}, останній ${at}`,
  noVisits: 'ще нічого не оцінено',
  measured: (at) => `виміряно ${at}`,
  criteria: {
    heading: 'Критерії за працівниками',
    question: 'Критерій',
    everybody: 'Усі',
    note: 'У комірках частка набраних балів, у дужках кількість візитів.',
    more: (people) => `Решту працівників не показано: ${people}.`,
  },
};
