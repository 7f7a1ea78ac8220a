/**
 * Builds a handler at its first event and keeps it. Importing a handler's file (as tests and the size report do) then needs
 * no environment, and a missing one shows as a failed event, in the log where one looks. What could not be built is built
 * again at the next event.
 */
export function onFirstEvent<Arguments extends readonly unknown[], Answer>(
  build: () => Handler<Arguments, Answer> | Promise<Handler<Arguments, Answer>>,
): Handler<Arguments, Answer> {
  let built: Handler<Arguments, Answer> | undefined;
  return async (...args) => {
    built ??= await build();
    return built(...args);
  };
}

type Handler<Arguments extends readonly unknown[], Answer> = (...args: Arguments) => Promise<Answer>;
