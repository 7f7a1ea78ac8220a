import { formatFor } from '../format.ts';
import { countIn } from './count-in.ts';
import type { FleetWords } from './words.ts';

const { counted, locale } = formatFor('ru');
const count = countIn(locale);
const plurals = new Intl.PluralRules('ru');
const faults = { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' };

export const ru: FleetWords = {
  need: (needing, all) =>
    `${count(needing)} из ${count(all)} ${plurals.select(needing) === 'one' ? 'требует' : 'требуют'} вашего внимания`,
  allWell: (all) => (all === 1 ? 'Всё в порядке' : `Всё в порядке: ${count(all)} из ${count(all)}`),
  noneKnown: (unmeasured, all) => `Проблем не найдено, но не измерено ${count(unmeasured)} из ${count(all)}`,
  unmeasured: (others) => `Ещё ${count(others)} измерить не удалось: возможно, и там нужно ваше внимание.`,
  heading: {
    need: 'Где нужно ваше внимание: сначала худшее',
    broken: 'Не отслеживается: в файле ошибки',
    unmeasured: 'Не измерено',
    well: 'В порядке',
  },
  broken: (file, n) =>
    `В файле ${file} ${counted(n, faults)}. Исправьте файл: до тех пор для этого бизнеса ничего не измеряется.`,
  leftOut: (file, n, first) =>
    `В файле ${file} ${counted(n, faults)}. Исправьте файл и разверните стек заново: до тех пор для этого бизнеса ничего не измеряется. Первая ошибка: ${first}`,
  failed: 'Результаты за эту неделю прочитать не удалось. Обратитесь к тому, кто сопровождает Touchlight.',
  nothingMeasured: {
    watch: 'За всю неделю ничего не измерено. Проверьте, работает ли «touchlight watch».',
    stack: 'За всю неделю ничего не измерено. Обратитесь к тому, кто сопровождает Touchlight.',
  },
  more: (others) => `и ещё ${count(others)}`,
  small:
    'Бизнес требует внимания, когда у него что-то красное или жёлтое. Что делать, сказано в его собственном письме.',
};
