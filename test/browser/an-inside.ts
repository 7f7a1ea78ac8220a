import dgram from 'node:dgram';
import net, { type Socket } from 'node:net';
import type { Internet } from '../../shared/browser/public-addresses.ts';

export const publicAddress = '93.184.216.34';

/** What lies on this machine beside the site under test, and must not hear of a visit: TCP on both families, and UDP. */
export interface Inside {
  readonly port: number;
  /** The first line of each connection's first words; empty for one that said nothing yet. */
  readonly connections: readonly string[];
  readonly packets: readonly string[];
  close(): void;
}

/** A result that contains this has been inside. */
export const secret = 'Thank you, this is the secret of the inside.';

export async function anInside(): Promise<Inside> {
  const connections: string[] = [];
  const packets: string[] = [];
  const sockets = new Set<Socket>();
  const tcp = net.createServer((socket) => {
    const number = connections.push('') - 1;
    sockets.add(socket.on('error', () => {}));
    socket.once('data', (words: Buffer) => {
      connections[number] = words.toString('latin1').split('\r\n')[0] ?? '';
      const head = `HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: ${secret.length}`;
      socket.end(`${head}\r\n\r\n${secret}`);
    });
  });
  await new Promise<void>((done) => tcp.listen(0, '::', done)); // both families
  const port = portOf(tcp);
  const udp = dgram.createSocket('udp4', (packet) => void packets.push(packet.toString('latin1')));
  await new Promise<void>((done) => udp.bind(port, '0.0.0.0', done));
  return {
    port,
    connections,
    packets,
    close: () => {
      udp.close();
      tcp.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** As `anInside` sees it when nobody has been there. */
export const untouched = { connections: [], packets: [] } as const;

export interface WatchedInternet extends Internet {
  /** Every name that the guard was asked for. */
  readonly asked: ReadonlySet<string>;
  /** Every address that the guard dialled. */
  readonly dialled: ReadonlySet<string>;
}

/**
 * The hosts of the site under test are public; every other name leads to where it says, or to loopback.
 * @param names the answers of each, of which the last one stays
 */
export function anInternet(names: Readonly<Record<string, readonly string[]>> = {}): WatchedInternet {
  const left = new Map(Object.entries(names).map(([name, answers]) => [name, [...answers]]));
  const answerFor = (name: string): string => {
    const answers = left.get(name) ?? ['127.0.0.1'];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? '127.0.0.1';
  };
  const asked = new Set<string>();
  const dialled = new Set<string>();
  const publicHosts = ['shop.localhost', 'shop.example', 'other.example'];
  return {
    asked,
    dialled,
    resolve: async (hostname) => {
      asked.add(hostname);
      return [{ address: publicHosts.includes(hostname) ? publicAddress : answerFor(hostname), family: 4 }];
    },
    dial: (address) => {
      dialled.add(address);
      return '127.0.0.1';
    },
  };
}

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
