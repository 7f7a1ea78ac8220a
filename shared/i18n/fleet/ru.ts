import { formatFor } from '../format.ts';
import type { FleetWords } from './words.ts';

const { counted } = formatFor('ru');
const plurals = new Intl.PluralRules('ru');
const faults = { one: 'ошибка', few: 'ошибки', many: 'ошибок', other: 'ошибки' };

export const ru: FleetWords = {
  need: (needing, all) =>
    `${needing} из ${all} ${plurals.select(needing) === 'one' ? 'требует' : 'требуют'} вашего внимания`,
  allWell: (all) => (all === 1 ? 'Всё в порядке' : `Всё в порядке: ${all} из ${all}`),
  noneKnown: (unmeasured, all) => `Проблем не найдено, но не измерено ${unmeasured} из ${all}`,
  unmeasured: (count) => `Ещё ${count} измерить не удалось: возможно, и там нужно ваше внимание.`,
  heading: {
    need: 'Где нужно ваше внимание: сначала худшее',
    broken: 'Не отслеживается: в файле ошибки',
    unmeasured: 'Не измерено',
    well: 'В порядке',
  },
  broken: (file, count) =>
    `В файле ${file} ${counted(count, faults)}. Исправьте файл: до тех пор для этого бизнеса ничего не измеряется.`,
  failed: 'Результаты за эту неделю прочитать не удалось. Обратитесь к тому, кто сопровождает Touchlight.',
  nothingMeasured: 'За всю неделю ничего не измерено. Проверьте, работает ли «touchlight watch».',
  more: (count) => `и ещё ${count}`,
  small:
    'Бизнес требует внимания, когда у него что-то красное или жёлтое. Что делать, сказано в его собственном письме.',
};
