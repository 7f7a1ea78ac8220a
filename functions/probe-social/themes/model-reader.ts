import { mentionsInAnswer } from '../../../shared/evaluation/themes/model-answer.ts';
import { amountOf, costOf, mostItCosts } from '../../../shared/evaluation/themes/model-cost.ts';
import { themePrompt } from '../../../shared/evaluation/themes/model-prompt.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { NotByModel } from '../../../shared/model/saying.ts';
import { readerOfModel, type ThemeModel } from '../../../shared/model/theme-model.ts';
import type { LanguageModel, ModelAnswer } from '../../../shared/ports/language-model.ts';
import type { ModelSpending, SpendingKey } from '../../../shared/ports/model-spending.ts';
import type { TextToRead, ThemeReader, ThemeReading } from '../../../shared/ports/theme-reader.ts';

interface ModelReaderDeps {
  readonly model: LanguageModel;
  readonly spending: ModelSpending;
  /** Of a fleet; null outside one. */
  readonly business: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** The poll's. */
  readonly signal: AbortSignal;
  /** What a question came to that had no answer: for the log, without a word of the text. */
  readonly onFailure: (message: string) => void;
}

/** So many questions without an answer, and the rest of the poll does without. */
const patience = 3;
/** After the poll's beginning nothing more is asked: at its deadline, a minute after it, everything must be written. */
const longestMs = 35_000;

/**
 * Has a language model read, for one poll. Before each question the most that it may cost is set aside under the month's cap, so the cap
 * holds whatever becomes of the answer; what was set aside too much is given back when the answer says what it cost.
 */
export function createModelReader(settings: ThemeModel, deps: ModelReaderDeps): ThemeReader {
  const startedAt = deps.now();
  let failures = 0;
  let isDenied = false;
  let isSpent = false;
  const account = accountOf(deps);
  return {
    id: readerOfModel(settings),
    async read({ text, rating }: TextToRead): Promise<ThemeReading> {
      if (isSpent) return { isRead: false, why: 'cap' };
      if (isDenied) return { isRead: false, why: 'denied' };
      if (failures >= patience || deps.now() - startedAt > longestMs) return { isRead: false, why: 'unanswered' };
      const prompt = themePrompt(text, rating);
      const most = mostItCosts(prompt, settings.pricePerMillion);
      const key: SpendingKey = { business: deps.business, month: toInstant(deps.now()).slice(0, 7) };
      const reserved = await account.reserve(key, most, amountOf(settings.atMostUsdAMonth));
      if (reserved === 'failed') {
        failures += 1;
        return { isRead: false, why: 'unanswered' };
      }
      if (reserved === 'over-cap') {
        isSpent = true;
        return { isRead: false, why: 'cap' };
      }
      const answer = await deps.model.ask(prompt, deps.signal);
      await account.settle(key, costOfAnswer(answer, most, settings) - most);
      if (answer.kind !== 'answer') {
        const why = whyNot(answer);
        failures += 1;
        isDenied ||= why === 'denied';
        deps.onFailure(answer.message);
        return { isRead: false, why };
      }
      const mentions = answer.isWhole ? mentionsInAnswer(answer.text) : null;
      return mentions === null ? { isRead: false, why: 'unusable' } : { isRead: true, mentions };
    },
  };
}

/** Texts are read side by side: what one of them throws would take the paid answers of the others along. */
function accountOf({ spending, onFailure }: Pick<ModelReaderDeps, 'spending' | 'onFailure'>) {
  return {
    async reserve(key: SpendingKey, amount: number, cap: number): Promise<'reserved' | 'over-cap' | 'failed'> {
      try {
        return await spending.reserve(key, amount, cap);
      } catch (error) {
        onFailure(`A model was not asked, because its cost could not be set aside: ${messageOf(error)}`);
        return 'failed';
      }
    },

    async settle(key: SpendingKey, difference: number): Promise<void> {
      try {
        await spending.settle(key, difference);
      } catch (error) {
        onFailure(
          `What a model cost could not be noted, so all that was set aside counts as spent: ${messageOf(error)}`,
        );
      }
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function whyNot(answer: Exclude<ModelAnswer, { kind: 'answer' }>): NotByModel {
  if (answer.kind === 'lost') return 'unusable';
  return answer.mayPass ? 'unanswered' : 'denied';
}

/** Where nobody says what was used, all that was set aside counts as paid. */
function costOfAnswer(answer: ModelAnswer, most: number, { pricePerMillion }: ThemeModel): number {
  if (answer.kind === 'not-asked') return 0;
  if (answer.kind === 'lost' || answer.usage === null) return most;
  return costOf(answer.usage, pricePerMillion);
}
