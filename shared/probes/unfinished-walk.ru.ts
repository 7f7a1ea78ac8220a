import type { Format } from '../model/format.ts';
import type { UnfinishedWalk } from '../model/unfinished-walk.ts';

/** Why there may be more than was found, as a clause. */
export function whyUnfinished({ why, name, ...walk }: UnfinishedWalk, { quote, counted }: Format): string {
  const named = name === null ? '' : ` (${quote(name, 60)})`;
  switch (why) {
    case 'budget': {
      const pages = counted(walk.pages, { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' });
      const taps = counted(walk.taps, { one: 'нажатие', few: 'нажатия', many: 'нажатий', other: 'нажатия' });
      const seconds = counted(walk.seconds, { one: 'секунда', few: 'секунды', many: 'секунд', other: 'секунды' });
      return `поиск завершён, так как исчерпан лимит (${pages}, ${taps}, ${seconds})`;
    }
    case 'gate':
      return `чтобы увидеть страницу, нужно ответить на вопрос${named}, а Touchlight не смог`;
    case 'button':
      return `для этого есть кнопка${named}, но увидеть, что она открывает, не удалось`;
    case 'language':
      return `Touchlight не знает языка, на котором написано меню сайта${named}`;
    case 'frame':
      return `встроенная часть страницы${named} не загрузилась`;
    case 'service':
      return `на страницу встроен сервис форм${named}, но его форма не появилась`;
    case 'element':
      return `содержимое одной из частей страницы${named} недоступно для Touchlight`;
    case 'consent':
      return `это видят только те, кто принимает файлы cookie${named}`;
    case 'picture':
      return `это может быть на картинке${named}, а читать картинки Touchlight не умеет`;
    case 'announced':
      return `страница показывает, что форма загружается${named}, но за время ожидания она так и не появилась`;
  }
}

/** What was left, and what to do. */
export function adviceOn({ why, left }: UnfinishedWalk, { list, quote }: Format): string[] {
  const rest =
    left.length === 0 ? [] : [`Осталось непросмотренным: ${list(left.slice(0, 4).map((way) => quote(way, 40)))}.`];
  return why === 'budget' ? rest : [...rest, 'Проверьте страницу сами.'];
}
