/** Why something that a walk through a site did not find may be there all the same. */
export type UnfinishedWalk = {
  /**
   * `budget`: ways were left when the walk had to end. `gate`: a question stands before the page that we could not answer.
   * `button`: what a button promised did not come. `language`: its words are in a language that we cannot read. `frame`: a frame
   * did not answer. `service`: the page brings another company's form, and it did not appear. `element`: a part of the page keeps
   * its inside closed. `consent`: it comes only with a consent. `picture`: it may be drawn on a picture.
   * `announced`: the page says that it is loading, and it did not come while we waited.
   */
  readonly why:
    | 'budget'
    | 'gate'
    | 'button'
    | 'language'
    | 'frame'
    | 'service'
    | 'element'
    | 'consent'
    | 'picture'
    | 'announced';
  /** What it is about: a button's words, a host, an element, a picture; null where there is nothing to name. */
  readonly name: string | null;
  /** What the walk had looked at and pressed by then. */
  readonly pages: number;
  readonly taps: number;
  readonly seconds: number;
  /** Ways that it did not go any more: paths and words of buttons. */
  readonly left: readonly string[];
};
