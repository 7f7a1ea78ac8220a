import { ru as imports } from '../import-words.ru.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { survey } from './spec.ts';
import type { SurveyStatements } from './statements.ts';

/** "30 ответов" and "среди 30 ответов" */
const answersForms = { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' };
const ofAnswers = { one: 'ответа', few: 'ответов', many: 'ответов', other: 'ответа' };
/** "за последние 90 дней" */
const daysForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

export const ru: ProbeWords<typeof survey, SurveyStatements> = {
  name: 'Индекс лояльности NPS',
  good: 'клиенты готовы рекомендовать вас не меньше, чем раньше',
  bad: 'клиенты менее охотно рекомендуют вас, чем раньше',
  measurement: {
    fall: (value) => (value === '0' ? 'индекс лояльности NPS не снизился' : 'индекс лояльности NPS снизился'),
  },
  says: {
    ...imports,
    'survey/score': ({ score, margin, answers, days, before }, { number, counted }) =>
      `индекс лояльности NPS за последние ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}); за предыдущие ${counted(days, daysForms)}: ${number(before.score)} (±${number(before.margin)}, ${counted(before.answers, answersForms)})`,
    'survey/fell': ({ score, margin, answers, days, before }, { number, counted }) => [
      `индекс лояльности NPS снизился с ${number(before.score)} до ${number(score)}, и случайностью этого не объяснить`,
      `За последние ${counted(days, daysForms)} он равен ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}), а за предыдущие ${counted(days, daysForms)} был равен ${number(before.score)} (±${number(before.margin)}, ${counted(before.answers, answersForms)}).`,
      'Прочитайте, что написали в опросе недовольные клиенты, и позвоните некоторым из них.',
    ],
    'survey/first-score': ({ score, margin, answers, days, before, fewest }, { number, counted }) => [
      `индекс лояльности NPS за последние ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}, ${counted(answers, answersForms)}); сравнить его пока не с чем`,
      `За предыдущие ${counted(days, daysForms)} есть ${counted(before, answersForms)}, а для сравнения нужно хотя бы ${number(fewest)}.`,
    ],
    'survey/too-few': ({ days, promoters, passives, detractors, fewest }, { number, counted }) => [
      `за последние ${counted(days, daysForms)} ответов мало: ${number(promoters + passives + detractors)} (с оценкой 9 или 10 – ${number(promoters)}, 7 или 8 – ${number(passives)}, 6 и ниже – ${number(detractors)})`,
      `Чтобы посчитать индекс NPS, нужно хотя бы ${counted(fewest, answersForms)}: если их меньше, он зависит в основном от случая.`,
    ],
    'survey/other-scale': ({ file, column, largest, answers }, { number, counted, quote }) => [
      `ответы в файле ${quote(file)} не похожи на шкалу от 0 до 10: в столбце ${quote(column, 60)} среди ${counted(answers, ofAnswers)} нет ни одного выше ${number(largest)}`,
      'Оценки по другой шкале, например от 1 до 5, в NPS не пересчитать. Спросите: «Насколько вероятно, что вы порекомендуете нас? От 0 до 10».',
      'Если клиенты действительно отвечали по шкале от 0 до 10, допишите в touchpoints.yaml строку scale: 0-10.',
    ],
  },
  trend: { score: 'Индекс лояльности NPS' },
  remedy:
    'Прочитайте в опросе последние ответы с оценкой 6 и ниже, найдите, что в них общего, и позвоните некоторым из этих клиентов.',
  trouble: {
    title: 'Клиенты менее охотно рекомендуют вас',
    has: (at) => `клиенты менее охотно рекомендуют вас${at}`,
    was: (at) => `клиенты менее охотно рекомендовали вас${at}`,
    todo: 'Прочитайте, что написали в опросе недовольные клиенты, и позвоните троим из них на этой неделе.',
    gain: 'Вы узнаете, почему вас не порекомендуют, пока эти клиенты ещё ваши.',
  },
};
