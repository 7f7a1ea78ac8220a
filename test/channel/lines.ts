import type { ChannelTask } from '../../shared/model/channel-task.ts';
import { postsTried } from '../../shared/model/channel-task.ts';
import type { PostQueue } from '../../shared/ports/queues.ts';

type Handler = (event: unknown) => Promise<unknown>;

interface Waiting {
  readonly task: ChannelTask;
  tried: number;
}

export interface Lines {
  readonly queue: PostQueue;
  /** What was given up, by its channel. */
  readonly aside: string[];
  /** The pause before each next attempt, by the channel. */
  readonly pauses: (readonly [channel: string, seconds: number])[];
  /** Lays a task there as somebody else would. */
  push(task: ChannelTask): void;
  /** Lambda works all lines off beside each other, one message of a line at a time. @returns the channels in the order in which their lines were done */
  workOff(handler: Handler): Promise<string[]>;
}

/** A FIFO queue as SQS and Lambda run it: a line for each group, no id twice, what fails stays at the head of its line. */
export function lines(): Lines {
  const known = new Set<string>();
  const byChannel = new Map<string, Waiting[]>();
  const aside: string[] = [];
  const pauses: (readonly [string, number])[] = [];
  const push = (task: ChannelTask): void => {
    if (known.has(task.id)) return;
    known.add(task.id);
    byChannel.set(task.channel, [...(byChannel.get(task.channel) ?? []), { task, tried: 0 }]);
  };
  const workLine = async (line: Waiting[], handler: Handler): Promise<void> => {
    for (let head = line[0]; head !== undefined; head = line[0]) {
      head.tried++;
      try {
        await handler({ Records: [recordOf(head)] });
        line.shift();
      } catch {
        if (head.tried === postsTried) aside.push(line.shift()?.task.channel ?? '');
      }
    }
  };
  return {
    aside,
    pauses,
    push,
    queue: {
      send: async (tasks) => void tasks.forEach(push),
      release: async (receipt, seconds) => void pauses.push([receipt, seconds]),
    },
    async workOff(handler) {
      const done: string[] = [];
      await Promise.all(
        [...byChannel].map(async ([channel, line]) => {
          await workLine(line, handler);
          done.push(channel);
        }),
      );
      byChannel.clear();
      return done;
    },
  };
}

function recordOf({ task, tried }: Waiting): object {
  return {
    ...{ eventSource: 'aws:sqs', messageId: task.id, receiptHandle: task.channel, body: JSON.stringify(task) },
    attributes: { ApproximateReceiveCount: String(tried), MessageGroupId: task.channel },
  };
}
