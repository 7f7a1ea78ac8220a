import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { AdvisedAudit, LighthouseStatements } from './statements.ts';

const advice: Readonly<Record<AdvisedAudit, string>> = {
  'render-blocking-insight': 'пусть стили и скрипты, не нужные для первого экрана, загружаются позже',
  'image-delivery-insight': 'уменьшите изображения: не шире, чем они показаны, в формате WebP или AVIF',
  'lcp-discovery-insight': 'укажите главное изображение в самом HTML страницы, без отложенной загрузки',
  'document-latency-insight':
    'пусть сервер отвечает быстрее: без перенаправлений, с готовыми страницами в кэше, со сжатием',
  'font-display-insight': 'пусть текст сразу виден стандартным шрифтом, пока загружается ваш',
  'duplicated-javascript-insight': 'уберите скрипты, которые страница загружает дважды',
  'legacy-javascript-insight': 'уберите из скриптов лишний код для браузеров десятилетней давности',
  'third-parties-insight': 'откажитесь от части сторонних чатов, счётчиков и виджетов',
  'cache-insight': 'пусть браузеры дольше хранят изображения, стили и скрипты для тех, кто приходит снова',
  'network-dependency-tree-insight':
    'укажите все нужные файлы в самой странице, чтобы они не загружались один за другим',
  'modern-http-insight': 'переведите веб-сервер на HTTP/2 или более новую версию',
  'dom-size-insight': 'сократите страницу: на ней слишком много элементов',
  'forced-reflow-insight': 'пусть скрипты реже измеряют страницу, пока её меняют',
  'cls-culprits-insight': 'заранее отведите место для изображений, баннеров и шрифтов',
  'unused-javascript': 'уберите скрипты, которые страница не использует, или загружайте их позже',
  'unused-css-rules': 'уберите стили, которые страница не использует',
  'unminified-javascript': 'сжимайте (минифицируйте) скрипты при публикации сайта',
  'unminified-css': 'сжимайте (минифицируйте) стили при публикации сайта',
  'unsized-images': 'укажите в HTML размеры изображений, чтобы текст не прыгал',
};

export const ru: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Оценка Lighthouse',
  good: 'Lighthouse хорошо оценивает скорость',
  bad: 'Lighthouse плохо оценивает скорость',
  measurement: {
    score: (value) => `оценка скорости от Lighthouse: ${value}`,
  },
  says: {
    'lighthouse/score': ({ score, runs, least, most }, { number, measured }) => {
      const of =
        runs === 1 ? 'один запуск' : `медиана ${runs} запусков: от ${number(least * 100)} до ${number(most * 100)}`;
      return `Lighthouse оценивает скорость на телефоне в ${measured(score, 'score')} (${of})`;
    },
    'lighthouse/advice': ({ best }, { measured }) => {
      const gain = ({ savedMs, savedBlockingMs, savedBytes }: (typeof best)[number]): string => {
        const gains = [
          savedMs > 0 ? `страница видна на ${measured(savedMs, 'ms')} раньше` : '',
          savedBlockingMs > 0 ? `она реагирует на ${measured(savedBlockingMs, 'ms')} раньше` : '',
          savedBytes > 0 ? `загружать на ${measured(savedBytes, 'bytes')} меньше` : '',
        ].filter((each) => each !== '');
        return gains.length === 0 ? '' : ` (${gains.join(', ')})`;
      };
      return `больше всего поможет: ${best.map((each, n) => `(${n + 1}) ${advice[each.id]}${gain(each)}`).join('; ')}`;
    },
    'lighthouse/no-valid-run': ({ why }, { clause }) =>
      `Lighthouse не дал ни одной годной оценки: ${why.map(clause).join('; ')}`,
    'lighthouse/endless-run': () => 'Lighthouse не завершил проверку',
    'lighthouse/returned-nothing': () => 'Lighthouse ничего не вернул',
    'lighthouse/audit-failed': ({ code }) => `Lighthouse не смог проверить страницу (${code})`,
    'lighthouse/no-score': () => 'Lighthouse не смог вычислить оценку',
    'lighthouse/slow-host': ({ benchmarkIndex, atLeast }, { number }) =>
      `эта машина слишком медленная или занята, чтобы оценить страницу (показатель скорости ${number(benchmarkIndex)}, нужно не меньше ${number(atLeast)})`,
    'lighthouse/page-error': ({ status }) => `страница отвечает ошибкой HTTP ${status}`,
    'lighthouse/not-opened': ({ error }, { quote }) => `страницу не удалось открыть (${quote(error)})`,
    'lighthouse/detour': ({ why }, { whole }) => whole(why),
  },
  trend: {
    score: 'Оценка Lighthouse',
  },
  remedy: 'Откройте отчёт Lighthouse среди материалов и начните с его первого совета.',
  trouble: {
    title: 'Оценка Lighthouse низкая',
    has: (at) => `оценка Lighthouse${at} низкая уже`,
    was: (at) => `оценка Lighthouse${at} была низкой`,
    todo: 'Откройте отчёт Lighthouse и начните с его первого совета.',
    gain: 'Страницы станут быстрее, а место в поиске выше.',
  },
};
