import type { Format } from '../model/format.ts';
import type { UnfinishedWalk } from '../model/unfinished-walk.ts';

/** Why there may be more than was found, as a clause. */
export function whyUnfinished({ why, name, ...walk }: UnfinishedWalk, { quote, counted }: Format): string {
  const named = name === null ? '' : ` (${quote(name, 60)})`;
  switch (why) {
    case 'budget': {
      const pages = counted(walk.pages, { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' });
      const taps = counted(walk.taps, { one: 'касание', few: 'касания', many: 'касаний', other: 'касания' });
      const seconds = counted(walk.seconds, { one: 'секунда', few: 'секунды', many: 'секунд', other: 'секунды' });
      return `поиск исчерпал отведённое (${pages}, ${taps}, ${seconds})`;
    }
    case 'gate':
      return `перед страницей стоит вопрос${named}, на который Touchlight не смог ответить`;
    case 'button':
      return `это обещает кнопка${named}, но что она открывает, увидеть не удалось`;
    case 'language':
      return `Touchlight не читает на языке, на котором написано меню сайта${named}`;
    case 'frame':
      return `встроенная часть страницы${named} не загрузилась`;
    case 'service':
      return `на страницу встроен сервис форм${named}, но его форма не появилась`;
    case 'element':
      return `в одну из частей страницы${named} нельзя заглянуть`;
    case 'consent':
      return `это видят только те, кто принимает файлы cookie${named}`;
    case 'picture':
      return `это может быть на картинке${named}, а читать картинки Touchlight не умеет`;
  }
}

/** What was left, and what to do. */
export function adviceOn({ why, left }: UnfinishedWalk, { list, quote }: Format): string[] {
  const rest =
    left.length === 0 ? [] : [`Осталось непросмотренным: ${list(left.slice(0, 4).map((way) => quote(way, 40)))}.`];
  return why === 'budget' ? rest : [...rest, 'Посмотрите страницу сами.'];
}
