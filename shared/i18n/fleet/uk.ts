import { formatFor } from '../format.ts';
import type { FleetWords } from './words.ts';

const { counted } = formatFor('uk');
const plurals = new Intl.PluralRules('uk');
const faults = { one: 'помилку', few: 'помилки', many: 'помилок', other: 'помилки' };

export const uk: FleetWords = {
  need: (needing, all) =>
    `${needing} з ${all} ${plurals.select(needing) === 'one' ? 'потребує' : 'потребують'} вашої уваги`,
  allWell: (all) => (all === 1 ? 'Усе гаразд' : `Усе гаразд: ${all} з ${all}`),
  noneKnown: (unmeasured, all) => `Проблем не знайдено, але не виміряно ${unmeasured} з ${all}`,
  unmeasured: (count) => `Ще ${count} виміряти не вдалося: можливо, і там потрібна ваша увага.`,
  heading: {
    need: 'Кому потрібна ваша увага: спершу найгірше',
    broken: 'Не відстежується: у файлі помилки',
    unmeasured: 'Не виміряно',
    well: 'Усе гаразд',
  },
  broken: (file, count) =>
    `Файл ${file} містить ${counted(count, faults)}. Виправте його: доти для цього бізнесу нічого не вимірюється.`,
  failed: 'Результати за цей тиждень прочитати не вдалося. Зверніться до того, хто супроводжує Touchlight.',
  nothingMeasured: 'За весь тиждень нічого не виміряно. Перевірте, чи працює «touchlight watch».',
  more: (count) => `і ще ${count}`,
  small: 'Бізнес потребує уваги, коли в нього щось червоне або жовте. Що робити, сказано в його власному листі.',
};
