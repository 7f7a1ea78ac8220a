import { causeInWords } from '../../shared/i18n/fact-words.ts';
import { factWords } from '../../shared/i18n/facts.ts';
import { type FactTold, readOn, tellIncident } from '../../shared/i18n/tell-incident.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Notice } from '../../shared/model/notification.ts';

export type { FactTold };

/** What a notice is about. English is what judge and planner write; every other language is told from the parts. */
export function tellFact(notice: Notice, language: Language): FactTold {
  if (language === 'en') return inEnglish(notice);
  const words = factWords[language];
  const { incident, blindness, reason } = notice;
  // That a check is not measured is said by the reader's own words alone.
  if (reason === 'blind' && notice.measuredAt !== undefined) return nothing;
  if (reason === 'blind') {
    const why = causeInWords(blindness?.cause, words);
    return {
      ...nothing,
      sentence: why ?? '',
      brief: why ?? '',
      details: blindness?.reason ?? notice.text,
    };
  }
  // Nudges are written in the business's language.
  if (reason === 'nudge') return { ...nothing, sentence: notice.text, brief: readOn(notice.text) };
  if (reason === 'sighted' && notice.light === 'unknown') return nothing;
  if (reason === 'sighted' && notice.light !== 'green') return { ...nothing, details: notice.text };
  if (reason === 'sighted' || reason === 'flapping' || incident === null) return nothing;
  return tellIncident(incident, language);
}

const nothing: FactTold = { sentence: '', brief: '', expected: null, actual: null, details: null };

function inEnglish({ incident, blindness, text }: Notice): FactTold {
  if (blindness !== undefined) return { ...nothing, sentence: text, brief: readOn(blindness.reason) };
  if (incident === null) return { ...nothing, sentence: text, brief: readOn(text) };
  const from = text.indexOf(incident.reason);
  // The planner's sentence from the fact on: what happened to it is said by the reader's own words.
  return { ...tellIncident(incident, 'en'), sentence: from === -1 ? text : text.slice(from) };
}
