import type { PlaceWords } from './words.ts';

export const ru: PlaceWords = {
  heading: 'Где вы встречаетесь с клиентами',
  place: {
    phone: 'Телефон',
    messages: 'Почта и мессенджеры',
    social: 'Соцсети',
    'live-contact': 'Личное общение',
    website: 'Сайт',
    reviews: 'Отзывы',
    loyalty: 'Лояльность',
  },
  column: { place: 'Место', state: 'Что известно' },
  touchpoints: { one: 'точка контакта', few: 'точки контакта', many: 'точек контакта', other: 'точки контакта' },
  unwatched: 'Не отслеживается',
  notYet: (places) => `Пока не отслеживается: ${places}.`,
  begin: {
    phone:
      'С чего начать: `touchlight score new phone` создаст анкету для оценки звонков. Заполнить её можно за десять минут.',
    messages: 'С чего начать: добавьте `kind: mailbox` в touchpoints.yaml.',
    social: 'С чего начать: добавьте в touchpoints.yaml `kind: facebook` или другую свою соцсеть.',
    'live-contact':
      'С чего начать: `touchlight score new live-contact` создаст анкету для оценки визита. Заполнить её можно за десять минут.',
    website: 'С чего начать: добавьте `kind: website` с адресом сайта в touchpoints.yaml.',
    reviews: 'С чего начать: добавьте `kind: google-reviews` или `kind: trustpilot` в touchpoints.yaml.',
  },
  checkedAgain: 'Только что изменилось, проверяем ещё раз.',
  visits: { one: 'оценённый визит', few: 'оценённых визита', many: 'оценённых визитов', other: 'оценённого визита' },
  newest: (visits, at) => `${visits}, последний ${at}`,
  noVisits: 'ещё ничего не оценено',
  measured: (at) => `измерено ${at}`,
  criteria: {
    heading: 'Критерии по сотрудникам',
    question: 'Критерий',
    everybody: 'Все',
    note: 'В ячейках доля набранных баллов, в скобках число визитов.',
    more: (people) => `Остальные сотрудники не показаны: ${people}.`,
  },
};
