import type { Light } from '../../model/light.ts';

/**
 * What the form of a scorecard says beside its questions. The form carries these texts and fills in `{...}` itself, so they are
 * texts, not functions.
 */
export interface ScoreFormWords {
  readonly progress: string;
  /** Where entries are kept: on the device, or until the tab is closed. */
  readonly kept: Readonly<Record<'device' | 'tab', string>>;
  /** Where the form is opened again after its visit was saved. */
  readonly alreadySaved: string;
  /** The same, while nobody has confirmed that the file arrived. */
  readonly isItThere: string;
  /** The person's answer to that. */
  readonly there: string;
  readonly arrived: string;
  readonly noScript: string;
  readonly visit: string;
  readonly at: string;
  readonly evaluator: string;
  readonly evaluatorHint: string;
  readonly contact: string;
  readonly contactHint: string;
  /** Opens the field for the name by which several people assess one visit. */
  readonly together: string;
  readonly name: string;
  readonly nameHint: string;
  readonly yes: string;
  readonly no: string;
  readonly notApplicable: string;
  readonly scale: string;
  readonly less: string;
  readonly more: string;
  readonly critical: string;
  readonly comment: string;
  readonly commentNeeded: string;
  readonly addComment: string;
  readonly result: string;
  readonly total: string;
  readonly noScore: string;
  readonly light: Readonly<Record<Light, string>>;
  readonly tooFew: string;
  readonly criticalFailed: string;
  readonly finish: string;
  readonly privacy: string;
  readonly save: string;
  readonly share: string;
  readonly copy: string;
  /** What to look for: some browsers drop a file without a word. */
  readonly saved: string;
  readonly shared: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly text: string;
  readonly newVisit: string;
  readonly discard: string;
  readonly discardUnseen: string;
  /** Heads the problems. */
  readonly before: string;
  readonly problem: Readonly<
    Record<'evaluator' | 'at' | 'future' | 'unanswered' | 'comment' | 'number' | 'range', string>
  >;
  readonly saveAnyway: string;
}
