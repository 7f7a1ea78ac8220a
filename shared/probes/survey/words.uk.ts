import { uk as imports } from '../import-words.uk.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { survey } from './spec.ts';
import type { SurveyStatements } from './statements.ts';

/** "30 відповідей" and "серед 30 відповідей" */
const answersForms = { one: 'відповідь', few: 'відповіді', many: 'відповідей', other: 'відповіді' };
const ofAnswers = { one: 'відповіді', few: 'відповідей', many: 'відповідей', other: 'відповіді' };
/** "за останні 90 днів" */
const daysForms = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };

export const uk: ProbeWords<typeof survey, SurveyStatements> = {
  name: 'Індекс лояльності NPS',
  good: 'клієнти готові рекомендувати вас не менше, ніж раніше',
  bad: 'клієнти менш охоче рекомендують вас, ніж раніше',
  measurement: {
    fall: (value) => (value === '0' ? 'індекс лояльності NPS не знизився' : 'індекс лояльності NPS знизився'),
  },
  says: {
    ...imports,
    'survey/score': ({ score, margin, answers, days, before }, { number, counted }) =>
      `індекс лояльності NPS за останні ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}); за попередні ${counted(days, daysForms)}: ${number(before.score)} (±${number(before.margin)}, ${counted(before.answers, answersForms)})`,
    'survey/fell': ({ score, margin, answers, days, before }, { number, counted }) => [
      `індекс лояльності NPS знизився з ${number(before.score)} до ${number(score)}, і випадковістю цього не пояснити`,
      `За останні ${counted(days, daysForms)} він становить ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}), а за попередні ${counted(days, daysForms)} становив ${number(before.score)} (±${number(before.margin)}, ${counted(before.answers, answersForms)}).`,
      'Прочитайте, що написали в опитуванні незадоволені клієнти, і зателефонуйте декому з них.',
    ],
    'survey/first-score': ({ score, margin, answers, days, before, fewest }, { number, counted }) => [
      `індекс лояльності NPS за останні ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}); порівняти його поки немає з чим`,
      `За попередні ${counted(days, daysForms)} є ${counted(before, answersForms)}, а для порівняння треба щонайменше ${number(fewest)}.`,
    ],
    'survey/too-few': ({ days, promoters, passives, detractors, fewest }, { number, counted }) => [
      `за останні ${counted(days, daysForms)} відповідей мало: ${number(promoters + passives + detractors)} (з оцінкою 9 або 10 – ${number(promoters)}, 7 або 8 – ${number(passives)}, 6 і нижче – ${number(detractors)})`,
      `Щоб порахувати індекс NPS, треба щонайменше ${counted(fewest, answersForms)}: якщо їх менше, він залежить здебільшого від випадку.`,
    ],
    'survey/other-scale': ({ file, column, largest, answers }, { number, counted, quote }) => [
      `відповіді у файлі ${quote(file)} не схожі на шкалу від 0 до 10: у стовпці ${quote(column, 60)} серед ${counted(answers, ofAnswers)} немає жодної вище ${number(largest)}`,
      'Оцінок за іншою шкалою, наприклад від 1 до 5, на NPS не перерахувати. Запитайте: «Наскільки ймовірно, що ви порекомендуєте нас? Від 0 до 10».',
      'Якщо клієнти справді відповідали за шкалою від 0 до 10, допишіть у touchpoints.yaml рядок scale: 0-10.',
    ],
  },
  trend: { score: 'Індекс лояльності NPS' },
  remedy:
    'Прочитайте в опитуванні останні відповіді з оцінкою 6 і нижче, знайдіть, що в них спільного, і зателефонуйте декому з цих клієнтів.',
  trouble: {
    title: 'Клієнти менш охоче рекомендують вас',
    has: (at) => `клієнти менш охоче рекомендують вас${at}`,
    was: (at) => `клієнти менш охоче рекомендували вас${at}`,
    todo: 'Прочитайте, що написали в опитуванні незадоволені клієнти, і зателефонуйте трьом із них цього тижня.',
    gain: 'Ви дізнаєтеся, чому вас не порекомендують, поки ці клієнти ще ваші.',
  },
};
