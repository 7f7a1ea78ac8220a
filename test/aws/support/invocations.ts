import { GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import type { Account } from './account.ts';

/** Asynchronous invocations, which lie in no queue that one could look into. */
export interface OpenInvocations {
  /** How many have been accepted and have not ended, since the count was begun. */
  count(): Promise<number>;
  /** Begins anew: each retry ends, too, and would be taken for the end of another invocation. */
  begin(): Promise<void>;
}

/** The emulator counts the invocations that are asked for through the API, and logs the end of each one of any kind. */
export async function openInvocations(account: Account, stack: string): Promise<OpenInvocations> {
  const { Functions = [] } = await account.lambda.send(new ListFunctionsCommand({}));
  const names = Functions.flatMap(({ FunctionName }) => (FunctionName?.startsWith(`${stack}-`) ? FunctionName : []));
  const since = new Date();
  const ended = new Map(names.map((name) => [name, new Set<string>()]));
  let before = new Map<string, { readonly accepted: number; readonly ended: number }>();
  let lookedAt = since.getTime();
  const readEnds = async (name: string): Promise<Set<string>> => {
    const known = ended.get(name) ?? new Set();
    for (const end of await endsOf(account, name, lookedAt)) known.add(end);
    return known;
  };
  return {
    async count() {
      const accepted = await invocationsOf(account, names, since);
      const open = names.map(async (name) => {
        const base = before.get(name) ?? { accepted: 0, ended: 0 };
        const wanted = (accepted.get(name) ?? 0) - base.accepted;
        if (wanted <= (ended.get(name)?.size ?? 0) - base.ended) return 0;
        return Math.max(0, wanted - ((await readEnds(name)).size - base.ended));
      });
      return (await Promise.all(open)).reduce((sum, each) => sum + each, 0);
    },
    async begin() {
      const accepted = await invocationsOf(account, names, since);
      const invoked = names.filter((name) => accepted.get(name));
      const all = invoked.map(async (name) => {
        const { size } = await readEnds(name);
        return [name, { accepted: accepted.get(name) ?? 0, ended: size }] as const;
      });
      before = new Map(await Promise.all(all));
      // What was written down late is seen once more: ends have names.
      lookedAt = Date.now() - 5000;
    },
  };
}

/** AWS/Lambda Invocations of each function. */
export async function invocationsOf(
  { cloudWatch }: Account,
  names: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const { MetricDataResults = [] } = await cloudWatch.send(
    new GetMetricDataCommand({
      StartTime: since,
      EndTime: new Date(Date.now() + 60_000),
      MetricDataQueries: names.map((name, index) => ({
        Id: `f${index}`,
        MetricStat: {
          Metric: {
            Namespace: 'AWS/Lambda',
            MetricName: 'Invocations',
            Dimensions: [{ Name: 'FunctionName', Value: name }],
          },
          Period: 86_400,
          Stat: 'Sum',
        },
      })),
    }),
  );
  return new Map(
    names.map((name, index) => {
      const values = MetricDataResults.find(({ Id }) => Id === `f${index}`)?.Values ?? [];
      return [name, values.reduce((sum, value) => sum + value, 0)];
    }),
  );
}

async function endsOf({ logs }: Account, name: string, startTime: number): Promise<string[]> {
  const logGroupName = `/aws/lambda/${name}`;
  const { events = [] } = await logs.send(
    new FilterLogEventsCommand({ logGroupName, startTime, filterPattern: '"END RequestId"', limit: 10_000 }),
  );
  return events.flatMap(({ message }) => message?.trim() ?? []);
}
