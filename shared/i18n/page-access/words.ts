/** What somebody reads whom the live page does not let in, or does not let act. */
export interface PageAccessWords {
  readonly title: string;
  /** Whatever was wrong with a link, or where there was none: no hint as to what. */
  readonly refused: string;
  readonly howToGetIn: string;
  /** To a reader who wants to act. */
  readonly readersMayNot: string;
  /** To a form that another site has sent, or a browser that does not say from where. */
  readonly notFromHere: string;
  readonly signIn: string;
}
