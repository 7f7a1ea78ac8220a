/** What AWS counts, each with its unit in the name. */
export const usageKinds = [
  'x86GbSeconds',
  'armGbSeconds',
  'invocations',
  'scheduledInvocations',
  'fifoRequests',
  'queueRequests',
  'writeUnits',
  'readUnits',
  'tableGbMonths',
  'backupGbMonths',
  'objectPuts',
  'objectGbMonths',
  'logGb',
  'alarms',
  'dashboards',
  'secrets',
  'mails',
] as const;
export type UsageKind = (typeof usageKinds)[number];
export type Usage = Readonly<Partial<Record<UsageKind, number>>>;

/** AWS's list prices in us-east-1, in dollars (November 2026), each for one of its kind. */
export const prices: Readonly<Record<UsageKind, number>> = {
  x86GbSeconds: 0.000_016_666_7,
  armGbSeconds: 0.000_013_333_4,
  invocations: 0.2e-6,
  scheduledInvocations: 1e-6,
  fifoRequests: 0.5e-6,
  queueRequests: 0.4e-6,
  writeUnits: 0.625e-6,
  readUnits: 0.125e-6,
  tableGbMonths: 0.25,
  backupGbMonths: 0.2,
  objectPuts: 5e-6,
  objectGbMonths: 0.023,
  logGb: 0.5,
  alarms: 0.1,
  dashboards: 3,
  secrets: 0.4,
  mails: 0.1e-3,
};

/**
 * Allowances that do not end after a year, for the whole account: what else runs there uses them, too. An allowance covers the
 * kinds that it names together.
 */
const freeAllowances: readonly { readonly kinds: readonly UsageKind[]; readonly amount: number }[] = [
  { kinds: ['x86GbSeconds', 'armGbSeconds'], amount: 400_000 },
  { kinds: ['invocations'], amount: 1_000_000 },
  { kinds: ['scheduledInvocations'], amount: 14_000_000 },
  { kinds: ['fifoRequests', 'queueRequests'], amount: 1_000_000 },
  { kinds: ['tableGbMonths'], amount: 25 },
  { kinds: ['logGb'], amount: 5 },
  { kinds: ['alarms'], amount: 10 },
  { kinds: ['dashboards'], amount: 3 },
];

export function addUsage(...all: readonly Usage[]): Usage {
  const sum: Partial<Record<UsageKind, number>> = {};
  for (const usage of all) {
    for (const kind of usageKinds) {
      const amount = usage[kind];
      if (amount !== undefined) sum[kind] = (sum[kind] ?? 0) + amount;
    }
  }
  return sum;
}

export function listPrice(usage: Usage): number {
  return usageKinds.reduce((sum, kind) => sum + (usage[kind] ?? 0) * prices[kind], 0);
}

/** What is priced by the month, however many days it has. */
const pricedByTheMonth: ReadonlySet<UsageKind> = new Set([
  'tableGbMonths',
  'backupGbMonths',
  'objectGbMonths',
  'alarms',
  'dashboards',
  'secrets',
]);

/** What a month counts that is so many times as long. */
export function lengthenMonth(usage: Usage, times: number): Usage {
  const lengthened = usageKinds.flatMap((kind) => {
    const amount = usage[kind];
    return amount === undefined ? [] : [[kind, pricedByTheMonth.has(kind) ? amount : amount * times] as const];
  });
  return Object.fromEntries(lengthened);
}

/** What is left to pay when nothing else in the account uses the free allowances: each covers its dearest kind first. */
export function afterFreeAllowances(usage: Usage): Usage {
  const left: Partial<Record<UsageKind, number>> = { ...usage };
  for (const { kinds, amount } of freeAllowances) {
    let free = amount;
    for (const kind of kinds.toSorted((a, b) => prices[b] - prices[a])) {
      const used = left[kind] ?? 0;
      left[kind] = Math.max(0, used - free);
      free = Math.max(0, free - used);
    }
  }
  return left;
}
