import { fstatSync, realpathSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDemoBusiness, type DemoOptions } from './demo-business.ts';
import { type FaultName, isFaultName, unknownFault } from './faults.ts';
import { PortError } from './listener.ts';

export { createDemoBusiness };

const usage =
  'Usage: node examples/demo-business/server.ts [--port N] [--control-port N] [--fault name]... [--deliver-to URL] [--end-with-parent]';

/** What the person typed cannot be done; the message tells what to type instead. */
class UsageError extends Error {}

async function main(): Promise<void> {
  const { endWithParent, ...options } = readArguments(process.argv.slice(2));
  const demo = await createDemoBusiness(options);
  const end = () => void demo.close().finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (endWithParent) whenParentIsGone(end);
  console.log(JSON.stringify({ url: demo.url, control: demo.controlUrl }));
}

function readArguments(args: string[]): DemoOptions & { endWithParent: boolean } {
  const values = parse(args);
  return {
    port: portFrom('--port', values.port),
    controlPort: portFrom('--control-port', values['control-port']),
    faults: values.fault.map(faultFrom),
    ...(values['deliver-to'] !== undefined && { deliver: deliverTo(values['deliver-to']) }),
    endWithParent: values['end-with-parent'],
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        'control-port': { type: 'string', default: '0' },
        fault: { type: 'string', multiple: true, default: [] },
        'deliver-to': { type: 'string' },
        'end-with-parent': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function deliverTo(address: string): NonNullable<DemoOptions['deliver']> {
  if (!URL.canParse(address)) throw new UsageError(`--deliver-to wants an address, not "${address}".`);
  return async (message) => {
    const headers = { 'content-type': 'application/json' };
    await fetch(address, { method: 'POST', headers, body: JSON.stringify(message) });
  };
}

function portFrom(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`${option} wants a port from 0 (any free one) to 65535, not "${text}".`);
}

function faultFrom(name: string): FaultName {
  if (isFaultName(name)) return name;
  throw new UsageError(unknownFault(name));
}

/** A parent that was killed closes our stdin when that is its pipe; otherwise we notice that we have been adopted. */
function whenParentIsGone(end: () => void): void {
  const stdin = fstatSync(0);
  if (stdin.isFIFO() || stdin.isSocket()) process.stdin.once('close', end).resume();
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  main().catch((error: unknown) => {
    if (!(error instanceof UsageError || error instanceof PortError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
}
