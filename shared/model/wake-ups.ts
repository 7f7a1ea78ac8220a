/** How often dispatch wakes the steps that otherwise depend on being woken by others. */
export const wakeEveryMinutes = { evaluate: 5, notify: 15 } as const;
