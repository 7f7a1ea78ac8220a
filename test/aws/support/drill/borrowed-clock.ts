import { readFileSync } from 'node:fs';

/**
 * Loaded into a function's process before its handler (NODE_OPTIONS): its clock then shows the drills' time, which a test
 * moves on minute by minute in a file. In between it runs as any clock does.
 */
const file = process.env['DRILL_TIME_FILE'] ?? '';
const RealDate = Date;

function now(): number {
  const { minuteAt, since }: { minuteAt: number; since: number } = JSON.parse(readFileSync(file, 'utf8'));
  return minuteAt + RealDate.now() - since;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
});
