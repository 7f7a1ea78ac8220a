import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { acknowledgementSchema } from '../../shared/model/acknowledgement.ts';
import { maintenanceSchema } from '../../shared/model/business.ts';
import { conversationSchema } from '../../shared/model/conversation.ts';
import { quoted } from '../../shared/model/finding.ts';
import { incidentSchema } from '../../shared/model/incident.ts';
import { sentSchema } from '../../shared/model/notification.ts';
import { statusSchema } from '../../shared/model/status.ts';
import {
  acknowledgementKey,
  conversationKey,
  dayKey,
  digestKey,
  digestPlanKey,
  incidentKey,
  localTableName,
  maintenanceKey,
  planMemoryKey,
  planStepKey,
  pollKey,
  resultKey,
  sayingKey,
  sentKey,
  statusKey,
  type TableKey,
  touchpointKey,
} from '../../shared/model/table-keys.ts';
import { writtenLater } from '../support/a-later-version.ts';
import { aResult } from '../support/a-result.ts';
import { aSaying } from '../support/a-saying.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aConversation, aDay, aPoll } from '../support/a-week.ts';
import { slowPage } from '../support/said.ts';

let folder: string;
let table: EmbeddedTable;
let raw: DynamoDBDocumentClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-later-'));
  table = await openEmbeddedTable(folder);
  const { endpoint, accessKeyId } = table;
  raw = DynamoDBDocumentClient.from(createDynamoClient({ endpoint, accessKeyId }));
});
afterAll(async () => {
  raw.destroy();
  await table.close();
  await rm(folder, { recursive: true });
});

const always = { from: '2000-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
let sites = 0;
const aSite = () => `site-${++sites}`;

/** Puts an item as a later version does: with fields at every level that this one does not know, and with these words. */
async function putLater(key: TableKey, type: string, noun: object, words: object = {}): Promise<void> {
  const written = writtenLater({ ...noun, ...words });
  await raw.send(new PutCommand({ TableName: localTableName, Item: { ...(written as object), ...key, type } }));
}

/** What lies in the table under that key, without what belongs to the table. */
async function stored(key: TableKey): Promise<Record<string, unknown>> {
  const { Item } = await raw.send(new GetCommand({ TableName: localTableName, Key: key, ConsistentRead: true }));
  const { PK: _pk, SK: _sk, type: _type, tell: _tell, expiresAt: _expiresAt, ...noun } = Item ?? {};
  return noun;
}

describe('an item that a later version has written', () => {
  it('status: is read, moved and written back; a light that is not known is grey, and an incident of an unknown state open', async () => {
    const touchpointId = aSite();
    const checkId = `${touchpointId}/page-load@mobile`;
    const incident = anIncident({ touchpointId, checkId, finding: slowPage(6140) });
    const nudges = [{ at: at('08:00'), says: quoted('Answer Ann K. by 15:00.') }];
    const status = aStatus({ touchpointId, checkId, incident, nudges });
    const key = statusKey(touchpointId, checkId);
    await putLater(key, 'status', status);
    expect(await table.stores.statuses.list(touchpointId)).toEqual([status]);

    const many = Array.from({ length: 30 }, () => 'violet');
    await putLater(key, 'status', status, {
      ...{ light: 'violet', lastOutcome: 'guessed', lastLights: [...many, 'green'] },
      incident: {
        ...incident,
        state: 'snoozed',
        light: 'violet',
        finding: { ...incident.finding, side: 'between' },
      },
      nudges: [nudges[0], nudges[0], nudges[0], nudges[0]],
    });
    const read = await table.stores.statuses.load(touchpointId, checkId);
    expect(read).toMatchObject({
      ...{ light: 'unknown', lastOutcome: 'unknown' },
      incident: { state: 'open', light: 'yellow', worstLight: 'red', finding: { kind: 'cause', cause: null } },
    });
    expect(read?.lastLights.slice(-2)).toEqual(['unknown', 'green']);
    if (read === null) throw new Error('The status is there.');
    expect(await table.stores.statuses.save({ ...read, lastRunAt: at('09:30') }, read.lastRunAt)).toBe('saved');
    expect(statusSchema.parse(await stored(key))).toEqual({ ...read, lastRunAt: at('09:30') });
  });

  it('status: one of a check of a kind that is not known is left out of the list', async () => {
    const touchpointId = aSite();
    const own = aStatus({ touchpointId, checkId: `${touchpointId}/form` });
    await putLater(statusKey(touchpointId, own.checkId), 'status', own);
    const checkId = `${touchpointId}/page-load@watch`;
    await putLater(statusKey(touchpointId, checkId), 'status', { ...own, checkId });
    expect(await table.stores.statuses.list(touchpointId)).toEqual([own]);
  });

  it('incident: is read, and one whose state is not known is over when it has an end', async () => {
    const touchpointId = aSite();
    const checkId = `${touchpointId}/form`;
    const over = anIncident({ touchpointId, checkId, state: 'resolved', resolvedAt: at('10:00') });
    await putLater(incidentKey(touchpointId, checkId, over.openedAt ?? ''), 'incident', over, { state: 'archived' });
    const [read] = await table.stores.incidents.list(touchpointId, always);
    expect(read).toEqual(incidentSchema.parse(over));
  });

  it('sent: is read, and a reason that is not known is nobody’s', async () => {
    const touchpointId = aSite();
    const sent = {
      ...{ touchpointId, checkId: `${touchpointId}/form`, subjectAt: at('09:05'), reason: 'opened' as const, n: 1 },
      ...{ light: 'red' as const, sentAt: at('09:06') },
    };
    await putLater(sentKey(sent), 'sent', sent);
    await putLater({ ...sentKey(sent), SK: `${sentKey(sent).SK}9` }, 'sent', sent, { reason: 'handed over' });
    const worse = { ...sent, reason: 'worsened' as const };
    await putLater(sentKey(worse), 'sent', worse, { light: 'violet' });
    const read = await table.stores.sent.list(touchpointId, always);
    expect(read).toEqual([sent, { ...worse, light: 'unknown' }]);
    expect(read.map((entry) => sentSchema.parse(entry))).toEqual(read);
  });

  it('result: is read, and an outcome that is not known is no measurement', async () => {
    const checkId = `${aSite()}/form`;
    const evidence = [{ name: 'a.jpg', contentType: 'image/jpeg', reference: 'a' }];
    const result = aResult({ checkId, evidence });
    const details = JSON.stringify({ later: { a: 1 } });
    await putLater(resultKey(checkId, result.scheduledAt), 'result', result, { outcome: 'guessed', details });
    expect(await table.stores.results.list(checkId, always)).toEqual([
      { ...result, outcome: 'unknown', details: { later: { a: 1 } } },
    ]);
  });

  it('day, acknowledgement and maintenance: are read, and written back as this version writes them', async () => {
    const touchpointId = aSite();
    const checkId = `${touchpointId}/page-load@mobile`;
    const day = aDay('2026-11-22', checkId);
    await putLater(dayKey(touchpointId, checkId, day.date), 'day', { checkId, day });
    expect(await table.stores.days.list(touchpointId, { from: '2026', to: '2027' })).toEqual([{ checkId, day }]);

    const word = {
      touchpointId,
      checkId,
      subjectAt: at('09:05'),
      acknowledgedAt: at('09:10'),
      why: '',
      withdrawnAt: null,
    };
    const key = acknowledgementKey(touchpointId, checkId, word.subjectAt);
    await putLater(key, 'acknowledgement', word);
    expect(await table.stores.acknowledgements.list(touchpointId, always)).toEqual([word]);
    expect(await table.stores.acknowledgements.put({ ...word, withdrawnAt: at('09:20') })).toBe('stored');
    expect(acknowledgementSchema.parse(await stored(key))).toMatchObject({ withdrawnAt: at('09:20') });

    const window = { touchpointId, from: at('09:00'), to: at('11:00'), why: 'a new host' };
    await putLater(maintenanceKey(touchpointId, window.from), 'maintenance', window);
    expect(await table.stores.maintenance.list(touchpointId, always)).toEqual([window]);
    expect(await table.stores.maintenance.end(window, at('10:00'))).toBe('ended');
    const ended = await stored(maintenanceKey(touchpointId, window.from));
    expect(maintenanceSchema.parse(ended)).toEqual({ ...window, to: at('10:00') });
  });

  it('plan: what people did and what a digest listed are read; how a later version closes an action counts as done', async () => {
    const { plan } = table.stores;
    const action = { id: `${aSite()}/form`, kind: 'trouble', touchpointId: 'website', probe: 'form' } as const;
    const closed = { how: 'done', by: 'Olena', why: '', at: at('09:00') } as const;
    const step = { ...action, taken: null, closed, changedAt: at('09:00') };
    await putLater(planStepKey(action.id), 'plan-step', { ...step, closed: { ...closed, how: 'handed-over' } });
    expect((await plan.list()).filter(({ id }) => id === action.id)).toEqual([step]);
    expect(await plan.put({ ...step, closed: null, changedAt: at('09:10') }, at('09:00'))).toBe('saved');
    const memory = { weekId: '2026-W47', at: at('06:00'), planned: [{ ...action, since: '2026-11-16', by: null }] };
    await putLater(planMemoryKey(memory.weekId), 'plan-memory', memory);
    expect(await plan.newest('2026-W48')).toEqual(memory);
  });

  it('conversation: is read and written back; who asked to be forgotten stays so, whatever else is not known', async () => {
    const checkId = `${aSite()}/responses`;
    const waits = aConversation({ checkId, id: 'waits' });
    const gone = aConversation({ checkId, id: 'gone', closedAt: at('09:00'), forgotten: true, author: '', text: '' });
    const words = {
      kind: 'hologram',
      state: 'escalated',
      reason: 'too-loud',
      text: 'y'.repeat(300),
      author: 'z'.repeat(90),
    };
    await putLater(conversationKey(checkId, 'waits'), 'conversation', waits, words);
    await putLater(conversationKey(checkId, 'gone'), 'conversation', gone, { ...words, text: '', author: '' });
    const [forgotten, waiting] = await table.stores.conversations.list(checkId);
    expect(waiting).toMatchObject({ kind: 'comment', state: 'waiting', reason: 'unanswered', text: 'y'.repeat(140) });
    expect(forgotten).toMatchObject({ state: 'expired', reason: 'too-old', forgotten: true });
    await table.stores.conversations.put([waiting, forgotten].flatMap((one) => one ?? []));
    expect(conversationSchema.parse(await stored(conversationKey(checkId, 'waits')))).toEqual(waiting);

    const saying = aSaying({ checkId, id: 'said' });
    const more = { kind: 'hologram', complaints: ['no-answer', 'hologram'], praises: ['hologram'] };
    await putLater(sayingKey(checkId, saying.at, 'said'), 'saying', saying, more);
    expect(await table.stores.conversations.listSayings(checkId)).toEqual([
      { ...saying, kind: 'comment', complaints: ['no-answer'], praises: [] },
    ]);

    const poll = aPoll(checkId, [4.5, 4.6]);
    await putLater(pollKey(checkId), 'poll', poll, { memory: JSON.stringify({ platform: { cursor: 1, later: 2 } }) });
    expect(await table.stores.conversations.loadPoll(checkId)).toEqual({
      ...poll,
      memory: { platform: { cursor: 1, later: 2 } },
    });
  });

  it('digest: is read, and a delivery whose state is not known is not sent again', async () => {
    const week = `2026-W47-${aSite()}`;
    const mail = { reader: 'owner@x.example', delivery: 'sent', at: at('06:00') };
    await putLater(digestKey(week, mail.reader), 'digest', mail, { delivery: 'queued' });
    expect(await table.stores.digests.list(week)).toMatchObject([{ reader: mail.reader, delivery: 'claimed' }]);
    expect(await table.stores.digests.claim(week, mail.reader, at('06:05'))).toBe('claimed');
  });

  it('the registry and the digest’s plan: are read', async () => {
    const touchpointId = aSite();
    const watched = { since: at('08:00'), cadence: '30m', cadenceSince: at('08:00') };
    const entry = { touchpointId, checks: { [`${touchpointId}/form`]: watched } };
    await putLater(touchpointKey(touchpointId), 'touchpoint', { ...entry, toldSince: at('07:00') });
    expect(await table.stores.touchpoints.load(touchpointId)).toEqual({ ...entry, openSince: at('07:00') });
    await table.stores.touchpoints.save({ ...entry, openSince: at('07:30') });
    expect(await stored(touchpointKey(touchpointId))).toEqual({ ...entry, toldSince: at('07:30') });
    const plan = {
      ...{ weekday: 'mon' as const, atMinute: 480, timeZone: 'UTC', since: at('08:00') },
      readers: { 'owner@x.example': at('08:00') },
    };
    await putLater(digestPlanKey(), 'digest-plan', plan);
    expect(await table.stores.operations.loadDigestPlan()).toEqual(plan);
  });
});
