import type { Point } from './alarm-state.ts';

/** Of CloudWatch's metric math, what the alarms use: functions of one series, the oldest point first. */
const functions: Readonly<Record<string, (series: readonly Point[], argument: string | undefined) => Point[]>> = {
  /** Each value minus the one before it; there is nothing to say about the first. */
  DIFF: (series) =>
    series.map((point, index) => {
      const before = series[index - 1] ?? null;
      return point === null || before === null ? null : point - before;
    }),
  /** With a number, or with the last value before; before the first value there is none. */
  FILL: (series, filling) => {
    if (filling === 'REPEAT') return series.map((_, index) => series.slice(0, index + 1).findLast(isThere) ?? null);
    const value = Number(filling);
    if (filling === undefined || Number.isNaN(value))
      throw new Error(`FILL fills in a number or REPEAT, not ${filling}.`);
    return series.map((point) => point ?? value);
  },
};

function isThere(point: Point): point is number {
  return point !== null;
}

/** @throws Error for an expression that is more than functions of one series */
export function evaluateExpression(expression: string, series: readonly Point[]): Point[] {
  const text = expression.trim();
  if (/^[a-z]\w*$/.test(text)) return [...series];
  const call = /^([A-Z]+)\((.*?)(?:,\s*([^(),]+))?\)$/.exec(text);
  const [, name = '', inner = '', argument] = call ?? [];
  const apply = functions[name];
  if (apply === undefined) throw new Error(`"${expression}" is metric math that evaluateExpression does not know.`);
  return apply(evaluateExpression(inner, series), argument);
}
