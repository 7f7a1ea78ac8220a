import type { Format } from '../model/format.ts';
import type { UnfinishedWalk } from '../model/unfinished-walk.ts';

/** Why there may be more than was found, as a clause. */
export function whyUnfinished({ why, name, ...walk }: UnfinishedWalk, { quote, counted }: Format): string {
  const named = name === null ? '' : ` (${quote(name, 60)})`;
  switch (why) {
    case 'budget': {
      const pages = counted(walk.pages, { one: 'сторінка', few: 'сторінки', many: 'сторінок', other: 'сторінки' });
      const taps = counted(walk.taps, { one: 'натискання', few: 'натискання', many: 'натискань', other: 'натискання' });
      const seconds = counted(walk.seconds, { one: 'секунда', few: 'секунди', many: 'секунд', other: 'секунди' });
      return `пошук завершено, бо вичерпано ліміт (${pages}, ${taps}, ${seconds})`;
    }
    case 'gate':
      return `щоб побачити сторінку, треба відповісти на запитання${named}, а Touchlight не зміг`;
    case 'button':
      return `для цього є кнопка${named}, але побачити, що вона відкриває, не вдалося`;
    case 'language':
      return `Touchlight не знає мови, якою написано меню сайту${named}`;
    case 'frame':
      return `вбудована частина сторінки${named} не завантажилася`;
    case 'service':
      return `на сторінку вбудовано сервіс форм${named}, але його форма не з’явилася`;
    case 'element':
      return `вміст однієї з частин сторінки${named} недоступний для Touchlight`;
    case 'consent':
      return `це бачать лише ті, хто приймає файли cookie${named}`;
    case 'picture':
      return `це може бути на зображенні${named}, а читати зображення Touchlight не вміє`;
    case 'announced':
      return `сторінка показує, що форма завантажується${named}, але за час очікування вона так і не з’явилася`;
  }
}

/** What was left, and what to do. */
export function adviceOn({ why, left }: UnfinishedWalk, { list, quote }: Format): string[] {
  const rest =
    left.length === 0 ? [] : [`Залишилося непереглянутим: ${list(left.slice(0, 4).map((way) => quote(way, 40)))}.`];
  return why === 'budget' ? rest : [...rest, 'Перевірте сторінку самі.'];
}
