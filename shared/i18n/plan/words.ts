import type { Fate } from '../../model/plan.ts';

/** What mails, reports and the page say of the action plan. */
export interface PlanWords {
  readonly heading: string;
  /** Before what it is about: "Overdue". */
  readonly fate: Readonly<Record<Fate, string>>;
  /** Of the business's own actions, which no light speaks for. */
  readonly own: Readonly<Record<'done' | 'dropped', string>>;
  readonly until: (date: string) => string;
  readonly steady: (name: string) => string;
  readonly see: (name: string) => string;
  readonly said: (text: string) => string;
  readonly more: (count: number) => string;
  readonly form: Readonly<
    Record<'who' | 'until' | 'note' | 'take' | 'whatWasDone' | 'done' | 'whyNot' | 'drop' | 'reopen' | 'act', string>
  >;
  /** On the page, where nothing is to be done. */
  readonly nothing: string;
  readonly keep: string;
  readonly green: (name: string, since: string) => string;
  readonly answers: (name: string, inTime: number, count: number, since: string) => string;
  /** @param change with its sign */
  readonly rating: (name: string, change: string, now: string, since: string) => string;
}
