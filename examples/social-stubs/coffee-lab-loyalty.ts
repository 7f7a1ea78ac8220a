const day = 86_400_000;

/** The same numbers at each start. */
function dice(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const comments = ['', 'Great flat white', 'Friendly, and quick', 'The queue at noon', 'Parcels take a week'];

/** Half a year of answers to "would you recommend Coffee Lab", as the survey's tool exports them: as many are pleased as ever. */
export function coffeeLabSurvey(now: number): string {
  const roll = dice();
  const lines = Array.from({ length: 150 }, (_, n) => {
    const daysAgo = 179 - n * 1.19;
    const kind = roll();
    const score =
      kind > 0.45 ? 9 + Math.floor(roll() * 2) : kind > 0.2 ? 7 + Math.floor(roll() * 2) : 2 + Math.floor(roll() * 5);
    const at = new Date(Math.floor((now - daysAgo * day) / 60_000) * 60_000).toISOString();
    return [5000 + n, at, score, `"${comments[Math.floor(roll() * comments.length)]}"`].join(',');
  });
  return `id,created_at,score,comment\n${lines.join('\n')}\n`;
}

/** Two years of orders, as the shop exports them: as many customers come back as ever. */
export function coffeeLabOrders(now: number): string {
  const roll = dice();
  const lines: string[] = [];
  const order = (customer: number, daysAgo: number): void => {
    const date = new Date(now - daysAgo * day).toISOString().slice(0, 10);
    lines.push(`${lines.length + 1},guest${customer}@customers.example,${date}`);
  };
  for (let daysAgo = 729; daysAgo > 0; daysAgo -= 3) {
    const customer = Math.floor(daysAgo / 3);
    order(customer, daysAgo);
    const pause = Math.floor(roll() * 90) + 5;
    if (roll() < 0.42 && daysAgo > pause) order(customer, daysAgo - pause);
  }
  return `order,email,date\n${lines.join('\n')}\n`;
}
