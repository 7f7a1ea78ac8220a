import { formatFor } from '../format.ts';
import { countIn } from './count-in.ts';
import type { FleetWords } from './words.ts';

const { counted, locale } = formatFor('uk');
const count = countIn(locale);
const plurals = new Intl.PluralRules('uk');
const faults = { one: 'помилку', few: 'помилки', many: 'помилок', other: 'помилки' };

export const uk: FleetWords = {
  need: (needing, all) =>
    `${count(needing)} з ${count(all)} ${plurals.select(needing) === 'one' ? 'потребує' : 'потребують'} вашої уваги`,
  allWell: (all) => (all === 1 ? 'Усе гаразд' : `Усе гаразд: ${count(all)} з ${count(all)}`),
  noneKnown: (unmeasured, all) => `Проблем не знайдено, але не виміряно ${count(unmeasured)} з ${count(all)}`,
  unmeasured: (others) => `Ще ${count(others)} виміряти не вдалося: можливо, і там потрібна ваша увага.`,
  heading: {
    need: 'Кому потрібна ваша увага: спершу найгірше',
    broken: 'Не відстежується: у файлі помилки',
    unmeasured: 'Не виміряно',
    well: 'Усе гаразд',
  },
  broken: (file, n) =>
    `Файл ${file} містить ${counted(n, faults)}. Виправте його: доти для цього бізнесу нічого не вимірюється.`,
  leftOut: (file, n, first) =>
    `Файл ${file} містить ${counted(n, faults)}. Виправте його й розгорніть стек знову: доти для цього бізнесу нічого не вимірюється. Перша помилка: ${first}`,
  failed: 'Результати за цей тиждень прочитати не вдалося. Зверніться до того, хто супроводжує Touchlight.',
  nothingMeasured: {
    watch: 'За весь тиждень нічого не виміряно. Перевірте, чи працює «touchlight watch».',
    stack: 'За весь тиждень нічого не виміряно. Зверніться до того, хто супроводжує Touchlight.',
  },
  more: (others) => `і ще ${count(others)}`,
  small: 'Бізнес потребує уваги, коли в нього щось червоне або жовте. Що робити, сказано в його власному листі.',
};
