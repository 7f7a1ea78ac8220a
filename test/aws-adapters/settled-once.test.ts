import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { localTableName } from '../../shared/model/table-keys.ts';

test.each([
  ['takes what is given back and loses its answer', null],
  ['fails in a way that the client would repeat', 500],
])('a table that %s is not sent it again', async (_, status) => {
  let requests = 0;
  const table = createServer((request, response) => {
    requests += 1;
    if (status === null) request.socket.destroy();
    else response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  });
  await new Promise<void>((resolve) => table.listen(0, '127.0.0.1', resolve));
  const { port } = table.address() as AddressInfo;
  const client = createDynamoClient({ endpoint: `http://127.0.0.1:${port}`, accessKeyId: 'example' });
  const { modelSpending } = createStores({ client, tableName: localTableName });
  try {
    await expect(modelSpending.settle({ business: null, month: '2026-11' }, -600)).rejects.toThrow(
      'The table may not have taken it, and it is not sent again',
    );
    expect(requests).toBe(1);
  } finally {
    client.destroy();
    table.close();
  }
});
