/**
 * Several commands of the command line in one process, because starting one takes longer than most of them: argv[2] is a
 * JSON list of their arguments. After each, what it said ends with a record separator and its exit code on both streams.
 */
const commands: readonly string[][] = JSON.parse(process.argv[2] ?? '[]');
for (const [index, args] of commands.entries()) {
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...args);
  // Another query is another evaluation; what it imports is loaded once.
  await import(`../../cli/main.ts?${index}`);
  for (const stream of [process.stdout, process.stderr]) stream.write(`\u001e${process.exitCode}\u001d`);
}
process.exitCode = 0;
