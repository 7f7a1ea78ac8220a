import { ru as imports } from '../import-words.ru.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { survey } from './spec.ts';
import type { SurveyStatements } from './statements.ts';

/** "30 ответов" and "из 30 ответов" */
const answersForms = { one: 'ответ', few: 'ответа', many: 'ответов', other: 'ответа' };
const ofAnswers = { one: 'ответа', few: 'ответов', many: 'ответов', other: 'ответа' };
/** "за последние 90 дней" */
const daysForms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

export const ru: ProbeWords<typeof survey, SurveyStatements> = {
  name: 'Индекс лояльности NPS',
  good: 'клиенты рекомендуют вас не реже, чем раньше',
  bad: 'клиенты рекомендуют вас реже, чем раньше',
  measurement: {
    fall: (value) => (value === '0' ? 'индекс лояльности NPS не снизился' : 'индекс лояльности NPS снизился'),
  },
  says: {
    ...imports,
    'survey/score': ({ score, margin, answers, days, before }, { number, counted }) =>
      `индекс лояльности NPS за последние ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}) из ${counted(answers, ofAnswers)}; перед этим было ${number(before.score)} (±${number(before.margin)}) из ${counted(before.answers, ofAnswers)}`,
    'survey/fell': ({ score, margin, answers, days, before }, { number, counted }) => [
      `индекс лояльности NPS снизился с ${number(before.score)} до ${number(score)}, и случайностью этого не объяснить`,
      `За последние ${counted(days, daysForms)} он равен ${number(score)} (±${number(margin)}) из ${counted(answers, ofAnswers)}, а за столько же дней до этого был ${number(before.score)} (±${number(before.margin)}) из ${counted(before.answers, ofAnswers)}.`,
      'Прочитайте, что написали в опросе недовольные клиенты, и позвоните некоторым из них.',
    ],
    'survey/first-score': ({ score, margin, answers, days, before, fewest }, { number, counted }) => [
      `индекс лояльности NPS за последние ${counted(days, daysForms)}: ${number(score)} (±${number(margin)}) из ${counted(answers, ofAnswers)}; сравнить его пока не с чем`,
      `За столько же дней до этого есть ${counted(before, answersForms)}, а для сравнения нужно ${number(fewest)}.`,
    ],
    'survey/too-few': ({ days, promoters, passives, detractors, fewest }, { number, counted }) => [
      `за последние ${counted(days, daysForms)} пришло ${counted(promoters + passives + detractors, answersForms)}: с оценкой 9 или 10 — ${number(promoters)}, 7 или 8 — ${number(passives)}, 6 и ниже — ${number(detractors)}`,
      `Индекс NPS считают от ${number(fewest)} ответов: если их меньше, он зависит в основном от случая.`,
    ],
    'survey/other-scale': ({ file, column, largest, answers }, { number, counted, quote }) => [
      `ответы в файле ${quote(file)} даны не по шкале от 0 до 10: в столбце ${quote(column, 60)} среди ${counted(answers, ofAnswers)} нет ни одного выше ${number(largest)}`,
      'Оценки по пятибалльной шкале — это не NPS, и пересчитать их нельзя. Спросите: «Насколько вероятно, что вы порекомендуете нас?» — от 0 до 10.',
    ],
  },
  trend: { score: 'Индекс лояльности NPS' },
  remedy:
    'Прочитайте в опросе последние ответы с оценкой 6 и ниже, найдите, что в них общего, и позвоните некоторым из этих клиентов.',
  trouble: {
    title: 'Клиенты рекомендуют вас реже, чем раньше',
    has: (at) => `клиенты рекомендуют вас реже, чем раньше${at}, уже`,
    was: (at) => `клиенты рекомендовали вас реже, чем раньше${at},`,
    todo: 'Прочитайте, что написали в опросе недовольные клиенты, и позвоните троим из них на этой неделе.',
    gain: 'Вы узнаете, почему вас не порекомендуют, пока эти клиенты ещё ваши.',
  },
};
