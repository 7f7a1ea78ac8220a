/** Without zod, so that the command line knows them before it loads a command. */
export const languages = ['en', 'uk', 'ru'] as const;
export type Language = (typeof languages)[number];
