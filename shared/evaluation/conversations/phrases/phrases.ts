/** What short messages are made of in one language. Lower case; ё is written е, apostrophes are left out. */
export interface Phrases {
  /** Each of these closes a matter. */
  readonly thanks: readonly string[];
  /** May stand beside thanks without opening a matter: "great", "so much", "for the quick reply". */
  readonly beside: readonly string[];
  /** Asks or orders, also without a question mark. */
  readonly asks: readonly string[];
  /** Takes a question back: "never mind", "found it". */
  readonly withdraws: readonly string[];
  /** What only the business can do, and troubles with it. */
  readonly toShop: readonly string[];
  /** Of the one who writes: "did you get my payment" is no question to another customer. */
  readonly own: readonly string[];
  /** What nobody asks a business, only somebody else who bought there. */
  readonly toCustomer: readonly string[];
  /** What spam offers; a word that begins like this counts. */
  readonly trade: readonly string[];
}

/** Every sentence that takes one part of each slot; an empty part leaves the slot out. */
export function combine(...slots: readonly (readonly string[])[]): string[] {
  return slots.reduce<string[]>(
    (begun, slot) => begun.flatMap((start) => slot.map((part) => `${start} ${part}`.trim())),
    [''],
  );
}
