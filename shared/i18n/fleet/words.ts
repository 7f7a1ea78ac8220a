/** What the agency's mail says about all of its businesses. */
export interface FleetWords {
  /** "3 of 40 need your attention" */
  readonly need: (needing: number, all: number) => string;
  /** Nobody needs anything, and all were measured. */
  readonly allWell: (all: number) => string;
  /** None is known to need anything, but not all were measured. */
  readonly noneKnown: (unmeasured: number, all: number) => string;
  /** Behind `need`: "2 of them could not be measured" counts others than those. */
  readonly unmeasured: (count: number) => string;
  readonly heading: Readonly<Record<'need' | 'broken' | 'unmeasured' | 'well', string>>;
  /** Of a business whose file has faults. */
  readonly broken: (file: string, faults: number) => string;
  /** Of a business that a stack was deployed without; `first` is its first fault, in English. */
  readonly leftOut: (file: string, faults: number, first: string) => string;
  /** Of a business whose week could not be read. */
  readonly failed: string;
  /** Of a business that has no result in the week, by what measures it. */
  readonly nothingMeasured: Readonly<Record<'watch' | 'stack', string>>;
  readonly more: (count: number) => string;
  /** What is counted, and where the rest is. */
  readonly small: string;
}
