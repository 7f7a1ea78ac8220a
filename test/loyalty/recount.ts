/**
 * The same figures counted by a second, straightforward program: no CSV, no streams, no sharing of code. Each is written as its
 * definition reads.
 */
export interface PlainAnswer {
  readonly daysAgo: number;
  readonly score: number;
}

function npsOf(scores: readonly number[]) {
  let sum = 0;
  const values = scores.map((score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0));
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const plain = 1.96 * Math.sqrt(squares / values.length / values.length);
  // Three answers are imagined: 3/4 of 100, 3/2 of 0, 3/4 of -100.
  const n = values.length + 3;
  const imaginedMean = sum / n;
  let imagined = 0;
  for (const [value, weight] of [
    ...values.map((each) => [each, 1] as const),
    [100, 0.75],
    [0, 1.5],
    [-100, 0.75],
  ] as const)
    imagined += weight * (value - imaginedMean) * (value - imaginedMean);
  const adjusted = 1.96 * Math.sqrt(imagined / n / n);
  return { value: mean, margin: plain > adjusted ? plain : adjusted };
}

export function recountSurvey(answers: readonly PlainAnswer[], days: number) {
  const now = answers.filter((each) => each.daysAgo <= days).map(({ score }) => score);
  const before = answers.filter((each) => each.daysAgo > days && each.daysAgo <= 2 * days).map(({ score }) => score);
  if (now.length < 30) return { answers: now.length, light: 'unknown' };
  const { value, margin } = npsOf(now);
  const shown = { score: Math.round(value), margin: tenth(margin), answers: now.length };
  if (before.length < 30) return { ...shown, light: 'unknown' };
  const past = npsOf(before);
  const allowed = Math.sqrt(margin * margin + past.margin * past.margin);
  const drop = past.value - value;
  return { ...shown, light: drop <= allowed ? 'green' : drop < 2 * allowed ? 'yellow' : 'red' };
}

export interface PlainOrder {
  readonly customer: string;
  readonly daysAgo: number;
}

function rateOf(orders: readonly PlainOrder[], from: number, to: number) {
  const customers = new Map<string, number[]>();
  for (const { customer, daysAgo } of orders) {
    if (daysAgo > from || daysAgo < to) continue;
    const days = customers.get(customer) ?? [];
    if (!days.includes(daysAgo)) days.push(daysAgo);
    customers.set(customer, days);
  }
  const length = from - to + 1;
  let settled = 0;
  let back = 0;
  for (const days of customers.values()) {
    if (Math.max(...days) <= to - 1 + length / 4) continue;
    settled += 1;
    if (days.length >= 2) back += 1;
  }
  const p = back / settled;
  const q = (back + 2) / (settled + 4);
  const plain = 1.96 * Math.sqrt((p * (1 - p)) / settled);
  const adjusted = 1.96 * Math.sqrt((q * (1 - q)) / (settled + 4));
  return { settled, p, margin: Math.max(plain, adjusted) };
}

/** Days are counted from today, which is 0. */
export function recountOrders(orders: readonly PlainOrder[], days: number) {
  const now = rateOf(orders, days - 1, 0);
  const past = rateOf(orders, 2 * days - 1, days);
  const allowed = Math.sqrt(now.margin * now.margin + past.margin * past.margin);
  const drop = past.p - now.p;
  return {
    customers: now.settled,
    rate: tenth(100 * now.p),
    index: Math.round((100 * now.p) / past.p),
    light: drop <= allowed ? 'green' : drop < 2 * allowed ? 'yellow' : 'red',
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
