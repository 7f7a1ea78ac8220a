/**
 * Builds a handler at its first event and keeps it. Importing a handler's file (as tests and the size report do) then needs
 * no environment, and a missing one shows as a failed event, in the log where one looks.
 */
export function onFirstEvent<Arguments extends readonly unknown[], Answer>(
  build: () => (...args: Arguments) => Promise<Answer>,
): (...args: Arguments) => Promise<Answer> {
  let built: ((...args: Arguments) => Promise<Answer>) | undefined;
  return async (...args) => {
    built ??= build();
    return built(...args);
  };
}
