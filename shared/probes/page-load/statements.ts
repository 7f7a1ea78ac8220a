/** What the probe may have to say of what it saw. */
export type PageLoadStatements = Readonly<Record<never, never>>;
