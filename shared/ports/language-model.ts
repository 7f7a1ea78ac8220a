export interface Prompt {
  /** What to do; ours. */
  readonly system: string;
  /** What to do it with: data, which may be anybody's. */
  readonly text: string;
  /** The answer is cut there. */
  readonly mostTokens: number;
}

interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type ModelAnswer =
  /** @property usage what is paid for; null where the answer does not say. @property isWhole false where it was cut, filtered or refused */
  | { readonly kind: 'answer'; readonly text: string; readonly isWhole: boolean; readonly usage: TokenUsage | null }
  /** The request was turned away or did not get there: nothing is paid. @property mayPass it may be answered a moment later */
  | { readonly kind: 'not-asked'; readonly mayPass: boolean; readonly message: string }
  /** It may have been answered, and then it was paid for. */
  | { readonly kind: 'lost'; readonly message: string };

/** A model that answers one question at a time and remembers none. Never throws for what the other side does. */
export interface LanguageModel {
  ask(prompt: Prompt, signal: AbortSignal): Promise<ModelAnswer>;
}
