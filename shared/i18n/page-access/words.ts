/** What somebody reads whom the live page does not let in. */
export interface PageAccessWords {
  /** Whatever was wrong with a link, or where there was none: no hint as to what. */
  readonly refused: string;
  readonly howToGetIn: string;
  readonly signIn: string;
}
