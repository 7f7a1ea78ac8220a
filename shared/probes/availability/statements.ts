/** What the probe may have to say of what it saw. */
export type AvailabilityStatements = Readonly<Record<never, never>>;
