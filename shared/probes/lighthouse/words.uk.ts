import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { AdvisedAudit, LighthouseStatements } from './statements.ts';

const advice: Readonly<Record<AdvisedAudit, string>> = {
  'render-blocking-insight': 'нехай стилі та скрипти, не потрібні для першого екрана, завантажуються пізніше',
  'image-delivery-insight': 'зменште зображення: не ширші, ніж їх показано, у форматі WebP або AVIF',
  'lcp-discovery-insight': 'вкажіть головне зображення в самому HTML сторінки, без відкладеного завантаження',
  'document-latency-insight':
    'нехай сервер відповідає швидше: без переспрямувань, з готовими сторінками в кеші, зі стисненням',
  'font-display-insight': 'нехай текст одразу видно стандартним шрифтом, доки завантажується ваш',
  'duplicated-javascript-insight': 'приберіть скрипти, які сторінка завантажує двічі',
  'legacy-javascript-insight': 'приберіть зі скриптів зайвий код для браузерів десятирічної давнини',
  'third-parties-insight': 'відмовтеся від частини сторонніх чатів, лічильників і віджетів',
  'cache-insight': 'нехай браузери довше зберігають зображення, стилі та скрипти для тих, хто приходить знову',
  'network-dependency-tree-insight':
    'вкажіть усі потрібні файли в самій сторінці, щоб вони не завантажувалися один за одним',
  'modern-http-insight': 'переведіть вебсервер на HTTP/2 або новішу версію',
  'dom-size-insight': 'скоротіть сторінку: на ній забагато елементів',
  'forced-reflow-insight': 'нехай скрипти рідше вимірюють сторінку, поки її змінюють',
  'cls-culprits-insight': 'заздалегідь відведіть місце для зображень, банерів і шрифтів',
  'unused-javascript': 'приберіть скрипти, яких сторінка не використовує, або завантажуйте їх пізніше',
  'unused-css-rules': 'приберіть стилі, яких сторінка не використовує',
  'unminified-javascript': 'стискайте (мініфікуйте) скрипти під час публікації сайту',
  'unminified-css': 'стискайте (мініфікуйте) стилі під час публікації сайту',
  'unsized-images': 'вкажіть у HTML розміри зображень, щоб текст не стрибав',
};

export const uk: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Оцінка Lighthouse',
  good: 'Lighthouse добре оцінює швидкість',
  bad: 'Lighthouse погано оцінює швидкість',
  measurement: {
    score: (value) => `оцінка швидкості від Lighthouse: ${value}`,
  },
  says: {
    'lighthouse/score': ({ score, runs, least, most }, { number, measured }) => {
      const of =
        runs === 1 ? 'один запуск' : `медіана ${runs} запусків: від ${number(least * 100)} до ${number(most * 100)}`;
      return `Lighthouse оцінює швидкість на телефоні у ${measured(score, 'score')} (${of})`;
    },
    'lighthouse/advice': ({ best }, { measured }) => {
      const gain = ({ savedMs, savedBlockingMs, savedBytes }: (typeof best)[number]): string => {
        const gains = [
          savedMs > 0 ? `сторінку видно на ${measured(savedMs, 'ms')} раніше` : '',
          savedBlockingMs > 0 ? `вона реагує на ${measured(savedBlockingMs, 'ms')} раніше` : '',
          savedBytes > 0 ? `завантажувати на ${measured(savedBytes, 'bytes')} менше` : '',
        ].filter((each) => each !== '');
        return gains.length === 0 ? '' : ` (${gains.join(', ')})`;
      };
      return `найбільше допоможе: ${best.map((each, n) => `(${n + 1}) ${advice[each.id]}${gain(each)}`).join('; ')}`;
    },
    'lighthouse/no-valid-run': ({ why }, { clause }) =>
      `Lighthouse не дав жодної придатної оцінки: ${why.map(clause).join('; ')}`,
    'lighthouse/endless-run': () => 'Lighthouse не завершив перевірки',
    'lighthouse/returned-nothing': () => 'Lighthouse нічого не повернув',
    'lighthouse/audit-failed': ({ code }) => `Lighthouse не зміг перевірити сторінку (${code})`,
    'lighthouse/no-score': () => 'Lighthouse не зміг обчислити оцінку',
    'lighthouse/slow-host': ({ benchmarkIndex, atLeast }, { number }) =>
      `ця машина надто повільна або зайнята, щоб оцінити сторінку (показник швидкості ${number(benchmarkIndex)}, потрібно щонайменше ${number(atLeast)})`,
    'lighthouse/page-error': ({ status }) => `сторінка відповідає помилкою HTTP ${status}`,
    'lighthouse/not-opened': ({ error }, { quote }) => `сторінку не вдалося відкрити (${quote(error)})`,
    'lighthouse/detour': ({ why }, { whole }) => whole(why),
  },
  trend: {
    score: 'Оцінка Lighthouse',
  },
  remedy: 'Відкрийте звіт Lighthouse серед матеріалів і почніть з його першої поради.',
  trouble: {
    title: 'Оцінка Lighthouse низька',
    has: (at) => `оцінка Lighthouse${at} низька вже`,
    was: (at) => `оцінка Lighthouse${at} була низькою`,
    todo: 'Відкрийте звіт Lighthouse і почніть з його першої поради.',
    gain: 'Швидші сторінки й краще місце в пошуку.',
  },
};
