import { mentionsInAnswer } from '../../../shared/evaluation/themes/model-answer.ts';
import { amountOf, costOf, mostItCosts } from '../../../shared/evaluation/themes/model-cost.ts';
import { type ThemePrompt, themePrompt } from '../../../shared/evaluation/themes/model-prompt.ts';
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
  const questions = new Questions(settings, deps);
  const inTurn = oneAtATime();
  return {
    id: readerOfModel(settings),
    async read({ text, rating }: TextToRead): Promise<ThemeReading> {
      const begun = await inTurn(() => questions.begin(themePrompt(text, rating)));
      return typeof begun === 'string' ? { isRead: false, why: begun } : begun.reading;
    },
  };
}

class Questions {
  readonly #settings: ThemeModel;
  readonly #deps: ModelReaderDeps;
  readonly #account: Account;
  readonly #startedAt: number;
  readonly #underWay = new Set<Promise<void>>();
  #failures = 0;
  #isDenied = false;
  #isSpent = false;

  constructor(settings: ThemeModel, deps: ModelReaderDeps) {
    this.#settings = settings;
    this.#deps = deps;
    this.#account = accountOf(deps);
    this.#startedAt = deps.now();
  }

  /** Why a question is not asked; else what comes of it. Over the cap is only what is so when the others have given back what they can. */
  async begin(prompt: ThemePrompt): Promise<NotByModel | { readonly reading: Promise<ThemeReading> }> {
    const most = mostItCosts(prompt, this.#settings.pricePerMillion);
    for (;;) {
      const why = this.#whyNot();
      if (why !== null) return why;
      const key = { business: this.#deps.business, month: toInstant(this.#deps.now()).slice(0, 7) };
      const others = [...this.#underWay];
      const reserved = await this.#account.reserve(key, most, amountOf(this.#settings.atMostUsdAMonth));
      if (reserved === 'reserved') return { reading: this.#track(this.#ask(prompt, key, most)) };
      if (reserved === 'failed') {
        this.#failures += 1;
        return 'unanswered';
      }
      if (others.length === 0) this.#isSpent = true;
      else await Promise.race(others);
    }
  }

  #whyNot(): NotByModel | null {
    if (this.#isSpent) return 'cap';
    if (this.#isDenied) return 'denied';
    return this.#failures >= patience || this.#deps.now() - this.#startedAt > longestMs ? 'unanswered' : null;
  }

  #track(reading: Promise<ThemeReading>): Promise<ThemeReading> {
    const over = reading.then(noMore, noMore);
    this.#underWay.add(over);
    void over.then(() => this.#underWay.delete(over));
    return reading;
  }

  async #ask(prompt: ThemePrompt, key: SpendingKey, most: number): Promise<ThemeReading> {
    const answer = await this.#deps.model.ask(prompt, this.#deps.signal);
    await this.#account.settle(key, costOfAnswer(answer, most, this.#settings) - most);
    if (answer.kind !== 'answer') {
      const why = whyNot(answer);
      this.#failures += 1;
      this.#isDenied ||= why === 'denied';
      this.#deps.onFailure(answer.message);
      return { isRead: false, why };
    }
    const mentions = answer.isWhole ? mentionsInAnswer(answer.text) : null;
    return mentions === null ? { isRead: false, why: 'unusable' } : { isRead: true, mentions };
  }
}

function noMore(): void {}

/** Each begins when the one before it has ended. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

type Account = ReturnType<typeof accountOf>;

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
