import type { Language } from '../model/business.ts';
import type { AvailabilityStatements } from './availability/statements.ts';
import { en as availabilityEn } from './availability/words.en.ts';
import { ru as availabilityRu } from './availability/words.ru.ts';
import { uk as availabilityUk } from './availability/words.uk.ts';
import type { ChatQuestionStatements } from './chat-question/statements.ts';
import { en as chatQuestionEn } from './chat-question/words.en.ts';
import { ru as chatQuestionRu } from './chat-question/words.ru.ts';
import { uk as chatQuestionUk } from './chat-question/words.uk.ts';
import type { ContactsStatements } from './contacts/statements.ts';
import { en as contactsEn } from './contacts/words.en.ts';
import { ru as contactsRu } from './contacts/words.ru.ts';
import { uk as contactsUk } from './contacts/words.uk.ts';
import type { FieldSpeedStatements } from './field-speed/statements.ts';
import { en as fieldSpeedEn } from './field-speed/words.en.ts';
import { ru as fieldSpeedRu } from './field-speed/words.ru.ts';
import { uk as fieldSpeedUk } from './field-speed/words.uk.ts';
import type { FormStatements } from './form/statements.ts';
import { en as formEn } from './form/words.en.ts';
import { ru as formRu } from './form/words.ru.ts';
import { uk as formUk } from './form/words.uk.ts';
import type { FormArrivalStatements } from './form-arrival/statements.ts';
import { en as formArrivalEn } from './form-arrival/words.en.ts';
import { ru as formArrivalRu } from './form-arrival/words.ru.ts';
import { uk as formArrivalUk } from './form-arrival/words.uk.ts';
import type { ProbeId, SpecOf } from './index.ts';
import { isProbeId } from './index.ts';
import type { LighthouseStatements } from './lighthouse/statements.ts';
import { en as lighthouseEn } from './lighthouse/words.en.ts';
import { ru as lighthouseRu } from './lighthouse/words.ru.ts';
import { uk as lighthouseUk } from './lighthouse/words.uk.ts';
import type { LiveChatStatements } from './live-chat/statements.ts';
import { en as liveChatEn } from './live-chat/words.en.ts';
import { ru as liveChatRu } from './live-chat/words.ru.ts';
import { uk as liveChatUk } from './live-chat/words.uk.ts';
import type { OrdersStatements } from './orders/statements.ts';
import { en as ordersEn } from './orders/words.en.ts';
import { ru as ordersRu } from './orders/words.ru.ts';
import { uk as ordersUk } from './orders/words.uk.ts';
import type { PageLoadStatements } from './page-load/statements.ts';
import { en as pageLoadEn } from './page-load/words.en.ts';
import { ru as pageLoadRu } from './page-load/words.ru.ts';
import { uk as pageLoadUk } from './page-load/words.uk.ts';
import type { ProbeWords } from './probe-words.ts';
import type { ResponsesStatements } from './responses/statements.ts';
import { en as responsesEn } from './responses/words.en.ts';
import { ru as responsesRu } from './responses/words.ru.ts';
import { uk as responsesUk } from './responses/words.uk.ts';
import type { SameFactsStatements } from './same-facts/statements.ts';
import { en as sameFactsEn } from './same-facts/words.en.ts';
import { ru as sameFactsRu } from './same-facts/words.ru.ts';
import { uk as sameFactsUk } from './same-facts/words.uk.ts';
import type { ScorecardStatements } from './scorecard/statements.ts';
import { en as scorecardEn } from './scorecard/words.en.ts';
import { ru as scorecardRu } from './scorecard/words.ru.ts';
import { uk as scorecardUk } from './scorecard/words.uk.ts';
import type { ShopperStatements } from './shopper/statements.ts';
import { en as shopperEn } from './shopper/words.en.ts';
import { ru as shopperRu } from './shopper/words.ru.ts';
import { uk as shopperUk } from './shopper/words.uk.ts';
import type { SurveyStatements } from './survey/statements.ts';
import { en as surveyEn } from './survey/words.en.ts';
import { ru as surveyRu } from './survey/words.ru.ts';
import { uk as surveyUk } from './survey/words.uk.ts';

/** What each probe may have to say: a probe that is missing does not compile. */
type StatementsOf = Complete<{
  availability: AvailabilityStatements;
  'page-load': PageLoadStatements;
  contacts: ContactsStatements;
  form: FormStatements;
  'form-arrival': FormArrivalStatements;
  lighthouse: LighthouseStatements;
  'field-speed': FieldSpeedStatements;
  'same-facts': SameFactsStatements;
  'live-chat': LiveChatStatements;
  'chat-question': ChatQuestionStatements;
  responses: ResponsesStatements;
  scorecard: ScorecardStatements;
  shopper: ShopperStatements;
  survey: SurveyStatements;
  orders: OrdersStatements;
}>;
type Complete<Statements extends Readonly<Record<ProbeId, unknown>>> = Statements;

type AllWords = { readonly [Id in ProbeId]: ProbeWords<SpecOf<Id>, StatementsOf[Id]> };

const en: AllWords = {
  availability: availabilityEn,
  'page-load': pageLoadEn,
  contacts: contactsEn,
  form: formEn,
  'form-arrival': formArrivalEn,
  lighthouse: lighthouseEn,
  'field-speed': fieldSpeedEn,
  'same-facts': sameFactsEn,
  'live-chat': liveChatEn,
  'chat-question': chatQuestionEn,
  responses: responsesEn,
  scorecard: scorecardEn,
  shopper: shopperEn,
  survey: surveyEn,
  orders: ordersEn,
};
const uk: AllWords = {
  availability: availabilityUk,
  'page-load': pageLoadUk,
  contacts: contactsUk,
  form: formUk,
  'form-arrival': formArrivalUk,
  lighthouse: lighthouseUk,
  'field-speed': fieldSpeedUk,
  'same-facts': sameFactsUk,
  'live-chat': liveChatUk,
  'chat-question': chatQuestionUk,
  responses: responsesUk,
  scorecard: scorecardUk,
  shopper: shopperUk,
  survey: surveyUk,
  orders: ordersUk,
};
const ru: AllWords = {
  availability: availabilityRu,
  'page-load': pageLoadRu,
  contacts: contactsRu,
  form: formRu,
  'form-arrival': formArrivalRu,
  lighthouse: lighthouseRu,
  'field-speed': fieldSpeedRu,
  'same-facts': sameFactsRu,
  'live-chat': liveChatRu,
  'chat-question': chatQuestionRu,
  responses: responsesRu,
  scorecard: scorecardRu,
  shopper: shopperRu,
  survey: surveyRu,
  orders: ordersRu,
};

/** What every probe is called, drawn with, and what to do about it. A probe or a language without its words does not compile. */
export const probeWords: Readonly<Record<Language, AllWords>> = { en, uk, ru };

/** Undefined for a probe that this version does not have. */
export function wordsOf(probe: string, language: Language): ProbeWords | undefined {
  return isProbeId(probe) ? probeWords[language][probe] : undefined;
}

/** Undefined for a measurement that is not drawn. */
export function trendNameOf(probe: string, measurement: string, language: Language): string | undefined {
  const names: Readonly<Partial<Record<string, string>>> | undefined = wordsOf(probe, language)?.trend;
  return names?.[measurement];
}
