import type { Format } from '../model/format.ts';
import type { UnfinishedWalk } from '../model/unfinished-walk.ts';

/** Why there may be more than was found, as a clause. */
export function whyUnfinished({ why, name, ...walk }: UnfinishedWalk, { quote, counted }: Format): string {
  const named = name === null ? '' : ` (${quote(name, 60)})`;
  switch (why) {
    case 'budget': {
      const pages = counted(walk.pages, { one: 'сторінка', few: 'сторінки', many: 'сторінок', other: 'сторінки' });
      const taps = counted(walk.taps, { one: 'дотик', few: 'дотики', many: 'дотиків', other: 'дотику' });
      const seconds = counted(walk.seconds, { one: 'секунда', few: 'секунди', many: 'секунд', other: 'секунди' });
      return `пошук вичерпав відведене (${pages}, ${taps}, ${seconds})`;
    }
    case 'gate':
      return `перед сторінкою стоїть запитання${named}, на яке Touchlight не зміг відповісти`;
    case 'button':
      return `це обіцяє кнопка${named}, але що вона відкриває, побачити не вдалося`;
    case 'language':
      return `Touchlight не читає мовою, якою написано меню сайту${named}`;
    case 'frame':
      return `вбудована частина сторінки${named} не завантажилася`;
    case 'service':
      return `на сторінку вбудовано сервіс форм${named}, але його форма не з’явилася`;
    case 'element':
      return `в одну з частин сторінки${named} не можна зазирнути`;
    case 'consent':
      return `це бачать лише ті, хто приймає файли cookie${named}`;
    case 'picture':
      return `це може бути на зображенні${named}, а читати зображення Touchlight не вміє`;
  }
}

/** What was left, and what to do. */
export function adviceOn({ why, left }: UnfinishedWalk, { list, quote }: Format): string[] {
  const rest =
    left.length === 0 ? [] : [`Залишилося непереглянутим: ${list(left.slice(0, 4).map((way) => quote(way, 40)))}.`];
  return why === 'budget' ? rest : [...rest, 'Перегляньте сторінку самі.'];
}
