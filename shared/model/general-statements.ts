import { type Finding, type Statement, sayer } from './finding.ts';

/** What anybody may have to say, whatever was measured. */
export type GeneralStatements = {
  /** Words of others, or a sentence that an earlier version stored. */
  readonly quoted: { readonly text: string };
  readonly 'general/nothing-here': { readonly why: Statement };
  /** The file expects it, and it is not there. */
  readonly 'general/nothing-though-expected': { readonly why: Statement };
  /** It was measured before. */
  readonly 'general/gone': { readonly why: Statement };
  readonly 'general/no-number': Readonly<Record<string, never>>;
  readonly 'general/deadline': Readonly<Record<string, never>>;
  /** @param message the first line of the error */
  readonly 'general/probe-fault': { readonly message: string };
  /** Not looked at, because there is no site to look at. */
  readonly 'general/site-silent': Readonly<Record<string, never>>;
  /** It fails from some regions only, the home one first. @param why what is wrong from there; null where a number says it */
  readonly 'general/one-region': {
    readonly works: readonly string[];
    readonly fails: readonly string[];
    readonly unclear: readonly string[];
    readonly why: Statement | null;
  };
  readonly 'general/no-probe': { readonly probe: string };
};

export const say = sayer<GeneralStatements>();

/** Does it fail from some regions only? */
export function isOfOneRegion(finding: Finding): boolean {
  const says = finding.kind === 'cause' ? finding.says : finding.because;
  return says?.id === 'general/one-region';
}
