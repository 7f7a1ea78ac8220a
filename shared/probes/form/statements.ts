/** What the probe may have to say of what it saw. */
export type FormStatements = Readonly<Record<never, never>>;
