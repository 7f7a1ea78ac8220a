import type { Language } from '../model/business.ts';
import type { TroubleKind } from '../model/site-trouble.ts';

/** What the page of an audit says beside what was found: for somebody who has never heard of Touchlight. */
export interface AuditPageWords {
  /** Heads the worst things; `shown` is at most three. */
  readonly heading: (shown: number) => string;
  readonly nothingMeasured: string;
  /** Below the worst things: how many more there are. */
  readonly more: (count: number) => string;
  readonly noMore: string;
  /** Instead of `noMore`, where something could not be measured: that may be bad, too. */
  readonly noMoreMeasured: string;
  readonly trouble: Readonly<Record<Exclude<TroubleKind, 'other'>, { readonly title: string; readonly cost: string }>>;
  /** Before the names of checks. */
  readonly lookedAt: string;
  readonly notMeasured: string;
  readonly todo: string;
  readonly who: string;
  /** What one visit cannot know. */
  readonly limits: string;
}

const en: AuditPageWords = {
  heading: (shown) =>
    ['Nothing to fix was found', 'One thing to fix', 'Two things to fix', 'Three things to fix first'][shown] ?? '',
  nothingMeasured: 'Nothing could be measured',
  more: (count) => (count === 1 ? 'One more is described below.' : `${count} more are described below.`),
  noMore: 'Nothing else was red or yellow.',
  noMoreMeasured: 'Nothing else of what could be measured was red or yellow.',
  trouble: {
    'no-page': {
      title: 'Visitors do not get the page',
      cost: 'Customers who come now leave with nothing.',
    },
    certificate: {
      title: 'The security certificate is about to expire',
      cost: 'After that, browsers show visitors a warning instead of the site.',
    },
    form: {
      title: 'The contact form does not work properly',
      cost: 'Customers who write through it may never reach you.',
    },
    contacts: {
      title: 'Contacts are wrong or hard to use',
      cost: 'Customers who want to call or write give up, or reach somebody else.',
    },
    speed: {
      title: 'Pages load slowly',
      cost: 'Some visitors leave before they see anything, most of all on phones.',
    },
  },
  lookedAt: 'Checked',
  notMeasured: 'Could not be measured',
  todo: 'What to do',
  who: 'Who can do it',
  limits:
    'This is one visit, from one place. It does not show what happens at other times. No form was sent, so whether its messages arrive in a mailbox was not tested.',
};

const uk: AuditPageWords = {
  heading: (shown) =>
    [
      'Виправляти нічого: вад не знайдено',
      'Одне, що треба виправити',
      'Дві речі, які треба виправити',
      'Три речі, які треба виправити насамперед',
    ][shown] ?? '',
  nothingMeasured: 'Нічого не вдалося виміряти',
  more: (count) => `Нижче описано й інше, що треба виправити: ${count}.`,
  noMore: 'Більше нічого червоного чи жовтого немає.',
  noMoreMeasured: 'З того, що вдалося виміряти, більше нічого червоного чи жовтого немає.',
  trouble: {
    'no-page': {
      title: 'Відвідувачі не можуть відкрити сторінку',
      cost: 'Клієнти, які заходять зараз, ідуть ні з чим.',
    },
    certificate: {
      title: 'Сертифікат безпеки от-от втратить чинність',
      cost: 'Після цього браузери показуватимуть замість сайту попередження.',
    },
    form: {
      title: 'Форма зв’язку працює не так, як слід',
      cost: 'Ті, хто пише через неї, можуть так і не достукатися до вас.',
    },
    contacts: {
      title: 'Контакти неправильні або незручні',
      cost: 'Хто хоче зателефонувати чи написати, здається або потрапляє до когось іншого.',
    },
    speed: {
      title: 'Сторінки завантажуються повільно',
      cost: 'Частина відвідувачів іде, нічого не побачивши, найчастіше з телефона.',
    },
  },
  lookedAt: 'Перевірено',
  notMeasured: 'Не вдалося виміряти',
  todo: 'Що зробити',
  who: 'Хто може це зробити',
  limits:
    'Це один візит з одного місця: він не показує, що буває в інший час. Жодної форми не надіслано, тож чи доходять її повідомлення до пошти, не перевірено.',
};

const ru: AuditPageWords = {
  heading: (shown) =>
    [
      'Исправлять нечего: проблем не найдено',
      'Одно, что нужно исправить',
      'Две вещи, которые нужно исправить',
      'Три вещи, которые нужно исправить в первую очередь',
    ][shown] ?? '',
  nothingMeasured: 'Ничего не удалось измерить',
  more: (count) => `Ниже описано и остальное, что нужно исправить: ${count}.`,
  noMore: 'Больше ничего красного или жёлтого нет.',
  noMoreMeasured: 'Из того, что удалось измерить, больше ничего красного или жёлтого нет.',
  trouble: {
    'no-page': {
      title: 'Посетители не могут открыть страницу',
      cost: 'Клиенты, которые заходят сейчас, уходят ни с чем.',
    },
    certificate: {
      title: 'Сертификат безопасности вот-вот истечёт',
      cost: 'После этого браузеры будут показывать вместо сайта предупреждение.',
    },
    form: {
      title: 'Форма связи работает не так, как должна',
      cost: 'Те, кто пишет через неё, могут так и не достучаться до вас.',
    },
    contacts: {
      title: 'Контакты неверны или неудобны',
      cost: 'Кто хочет позвонить или написать, сдаётся или попадает к кому-то другому.',
    },
    speed: {
      title: 'Страницы загружаются медленно',
      cost: 'Часть посетителей уходит, ничего не увидев, чаще всего с телефона.',
    },
  },
  lookedAt: 'Проверено',
  notMeasured: 'Не удалось измерить',
  todo: 'Что сделать',
  who: 'Кто может это сделать',
  limits:
    'Это один визит из одного места: он не показывает, что бывает в другое время. Ни одна форма не отправлена, поэтому доходят ли её сообщения до почты, не проверено.',
};

export const auditPageWords: Readonly<Record<Language, AuditPageWords>> = { en, uk, ru };
