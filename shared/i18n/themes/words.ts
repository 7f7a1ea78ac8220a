import type { PluralForms } from '../../model/format.ts';
import type { NotByModel } from '../../model/saying.ts';
import type { Theme } from '../../model/theme.ts';

/** What mails, reports and commands say of what customers keep saying. */
export interface ThemeWords {
  readonly heading: string;
  /** A short sentence without its full stop. */
  readonly complaint: Readonly<Record<Theme, string>>;
  readonly praise: Readonly<Record<Theme, string>>;
  readonly people: PluralForms;
  readonly days: PluralForms;
  /** @param people "5 people" @param days "30 days" */
  readonly often: (theme: string, people: string, days: string) => string;
  readonly before: (count: number, days: string) => string;
  readonly growing: string;
  readonly shrinking: string;
  readonly quote: (text: string) => string;
  /** Text of the link to what is quoted. */
  readonly read: string;
  readonly atLeast: string;
  /** In its place where a model has read: it may find what is not there. */
  readonly byModel: (texts: number) => string;
  readonly unplaced: (unplaced: number, complainers: number) => string;
  /** A source of which nothing is known any more. @param since "Tue 17 Nov, 14:05" */
  readonly unread: (name: string, since: string) => string;
  /** A source of which nothing is known from before. */
  readonly new: (name: string, since: string) => string;
  /** A source of which a part was read by another version of the lexicon, or by another model. @param until when the last such text was written */
  readonly reread: (name: string, until: string) => string;
  /** What the lexicon read in place of a model. @param why one reason or several, each with its count */
  readonly byLexicon: (count: number, texts: number, why: string) => string;
  /** Within a sentence. @param cap "$2" */
  readonly why: Readonly<Record<NotByModel, (cap: string | null) => string>>;
  /** In the plan. */
  readonly moreOften: (theme: string) => string;
  /** As an action. */
  readonly act: (theme: string, people: string, days: string) => string;
  readonly todo: Readonly<Record<Theme, string>>;
  readonly gain: string;
}
