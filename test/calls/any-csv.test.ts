import { describe, expect, it } from 'vitest';
import { aPhoneWithFiles, asteriskFile, type PhoneOptions } from './support.ts';

const monday = '2026-11-16T10:00:00Z';

/** What one file gives: conversations, and the sentence of the poll. */
async function read(content: string | Uint8Array, options: PhoneOptions = {}, now = monday) {
  const phone = await aPhoneWithFiles(now, options);
  await phone.put('calls.csv', content);
  const { result, light } = await phone.poll();
  const since = [...phone.store.conversations.values()].map(({ startedAt }) => startedAt);
  await phone.remove();
  return { standing: phone.standing(), since, light, cause: result.cause, reason: result.reason, result };
}

const missedAndBack = ['…2233 answered', '…3344 waiting: unanswered'];

describe('a file with a header', () => {
  it.each<[string, string, PhoneOptions]>([
    [
      'with commas',
      'Start,From,To,Status,Talk\n2026-11-16 10:00:00,0501112233,100,missed,0\n2026-11-16 10:05:00,0502223344,100,missed,0\n2026-11-16 10:20:00,100,0501112233,answered,35\n',
      {},
    ],
    [
      'with semicolons and decimal commas',
      'Start;From;To;Status;Talk\r\n16.11.2026 10:00:00;0501112233;100;no answer;0,0\r\n16.11.2026 10:05;0502223344;100;abandoned;0,0\r\n16.11.2026 10:20:00;100;0501112233;completed;35,5\r\n',
      {},
    ],
    [
      'with tabs, date and time apart, American days',
      'Date\tTime\tCaller ID\tCalled\tResult\n11/16/2026\t10:00 AM\t(050) 111-22-33\t100\tMissed\n11/16/2026\t10:05 AM\t(050) 222-33-44\t100\tMissed\n11/16/2026\t10:20 AM\t100\t+380 50 111 22 33\tAnswered\n',
      {},
    ],
    [
      'in Russian, with a direction instead of a second number for calls that come in',
      'Дата;Время;Тип звонка;Откуда;Куда;Статус\n16.11.2026;10:00:00;входящий;0501112233;;пропущен\n16.11.2026;10:05:00;Входящий;380502223344;;не отвечен\n16.11.2026;10:20:00;Исходящий;100;380501112233;отвечен\n',
      { numbers: ['+380 44 123 45 67'] },
    ],
    [
      'in Ukrainian, times with a zone of their own',
      'Дата/час;Звідки;Куди;Статус;Розмова\n2026-11-16T08:00:00Z;0501112233;100;Без відповіді;0\n2026-11-16T10:05:00+0200;0502223344;100;пропущений;0\n2026-11-16T08:20:00Z;100;0501112233;відповіли;0:00:35\n',
      {},
    ],
    [
      'with columns that only touchpoints.yaml knows',
      'wann,wer,wen,wie\n1794816000,0501112233,100,missed\n1794816300,0502223344,100,missed\n1794817200,100,0501112233,answered\n',
      { columns: { time: 'Wann', from: 'wer', to: 'wen', status: 'wie' } },
    ],
    [
      'with quotation marks and new lines in fields, and empty lines',
      '\n"Start","From","To","Status","Note"\n"2026-11-16 10:00:00","0501112233","100","missed","said ""call me"",\nthen hung up"\n\n"2026-11-16 10:05:00","0502223344","100","missed",""\n"2026-11-16 10:20:00","100","0501112233","answered","a; b, c"\n',
      {},
    ],
  ])('%s', async (_, content, options) => {
    const { standing, cause } = await read(content, options);
    expect({ standing, cause }).toEqual({ standing: missedAndBack, cause: null });
  });

  const plain =
    'Start,From,To,Status,Имя\n2026-11-16 10:00:00,0501112233,100,missed,Анна\n2026-11-16 10:05:00,0502223344,100,missed,Борис\n2026-11-16 10:20:00,100,0501112233,answered,Анна\n';
  it.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${plain}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\uFEFF${plain}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(plain, 'utf16le')],
    // Windows-1251 has Cyrillic from 0xC0.
    ['Windows-1251', Buffer.from([...plain].map((c) => (c > '\u0400' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))))],
  ])('in %s', async (_, bytes) => {
    const { standing, cause } = await read(bytes);
    expect({ standing, cause }).toEqual({ standing: missedAndBack, cause: null });
  });

  it('in Windows-1251 is found by its Cyrillic names as well', async () => {
    const russian = 'Начало;Откуда;Куда;Статус\n16.11.2026 10:00:00;0501112233;100;пропущен\n';
    const bytes = Buffer.from([...russian].map((c) => (c > '\u0400' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))));
    expect((await read(bytes)).standing).toEqual(['…2233 waiting: unanswered']);
  });

  it('tells for how long it rang', async () => {
    const { standing, result } = await read(
      'Start,From,To,Status,Wait,Talk\n2026-11-16 10:00:00,0501112233,100,missed,3,0\n2026-11-16 10:05:00,0502223344,100,missed,0:12,0\n2026-11-16 10:06:00,0503334455,100,answered,00:00:09,60\n',
    );
    expect(standing).toEqual([
      '…2233 no-reply-needed: misdial',
      '…3344 waiting: unanswered',
      '…4455 answered: picked-up',
    ]);
    expect(result.measurements['medianRingMs']).toBe(9000);
  });
});

describe('what nobody can read', () => {
  it.each<[string, string, PhoneOptions, string, RegExp]>([
    [
      'a column is missing',
      'Start,Caller,Status\n2026-11-16 10:00:00,0501112233,missed\n',
      {},
      'setup',
      /^The file calls\.csv has no column with the number that was called \(it has "Start", "Caller", "Status"\); if it is called something else, add columns: \{ to: "<its name>" \}\. Until then/,
    ],
    [
      'a column that touchpoints.yaml names is missing',
      'Start,From,To,Status\n2026-11-16 10:00:00,0501112233,100,missed\n',
      { columns: { talk: 'Gespräch' } },
      'setup',
      /has no column "Gespräch", which columns\.talk names \(it has "Start", "From", "To", "Status"\)/,
    ],
    [
      'no header at all, and not Asterisk either: no number is told',
      '2026-11-16 10:00:00,0501112233,100,missed\n2026-11-16 10:00:00,0501112233,100,missed\n',
      {},
      'setup',
      /has no column with the time of the call \(it has "2026-11-16 10:00:00", "…", "100", "missed"\)/,
    ],
    [
      'no time can be read',
      'Start,From,To,Status\nyesterday,0501112233,100,missed\n31.02.2026 10:00,0501112233,100,missed\n',
      {},
      'wrong-answer',
      /^No row of calls\.csv can be read \(in row 2, the fault is in "time"\)/,
    ],
    [
      'a quotation mark is never closed',
      `Start,From,To,Status\n2026-11-16 10:00:00,0501112233,100,missed\n"2026-11-16 10:00:00,0501112233,100,missed\n${'x,y,z,w\n'.repeat(20_000)}`,
      {},
      'wrong-answer',
      /^In calls\.csv, a quotation mark at or after row 3 is never closed; export the file again/,
    ],
    ['the file is empty', '', {}, 'setup', /^The files in .*phone contain no call/],
    ['the file is a header and nothing else', 'Start,From,To,Status\n', {}, 'setup', /contain no call/],
    [
      'the newest call is weeks old',
      'Start,From,To,Status\n2026-10-20 10:00:00,0501112233,100,missed\n',
      {},
      'setup',
      /^The newest call in .*phone is from .*20 Oct.*; check that the phone system still writes its records there/,
    ],
    ['the file is no text', '\u0000\u0001\u0002'.repeat(5000), {}, 'setup', /has no column with the time/],
  ])('%s: grey, and says why', async (_, content, options, cause, sentence) => {
    const found = await read(content, options);
    expect(found).toMatchObject({ light: 'unknown', cause, standing: [] });
    expect(found.reason).toMatch(sentence);
    expect(found.reason).not.toContain('0501112233');
  });

  it('one row among others is told, and the others are counted', async () => {
    const { standing, reason, light } = await read(
      'Start,From,To,Status\nyesterday,0509998877,100,missed\n2026-11-16 10:00:00,0501112233,100,missed\n2026-11-16 10:01:00,0502223344,100,mystery\n2027-05-01 10:00,0502223344,100,missed\n',
    );
    expect({ standing, light }).toEqual({ standing: ['…2233 waiting: unanswered'], light: 'green' });
    expect(reason).toContain('3 rows of calls.csv could not be read (row 2: "time"); those calls are not counted.');
  });

  it('there is no folder, or no file in it', async () => {
    const phone = await aPhoneWithFiles(monday);
    const empty = await phone.poll();
    expect(empty).toMatchObject({ light: 'unknown', result: { cause: 'setup' } });
    expect(empty.result.reason).toMatch(
      /^There is no CSV file in .*phone; let the phone system write its call records there/,
    );
    await phone.put('notes.txt', 'Start,From,To,Status\n');
    expect((await phone.poll()).result.cause).toBe('setup');
    await phone.remove();
    expect((await phone.poll()).result.reason).toMatch(/^There is no CSV file in/);
  });
});

describe('times', () => {
  const row = (time: string): string => `Start,From,To,Status\n${time},0501112233,100,missed\n`;

  it.each([
    ['Europe/Kyiv', '2026-11-16 10:00:00', '2026-11-16T08:00:00.000Z'],
    ['America/New_York', '2026-11-16 03:00:00', '2026-11-16T08:00:00.000Z'],
    ['UTC', '2026-11-16T08:00:00.123', '2026-11-16T08:00:00.000Z'],
  ])('without a zone are of %s', async (timeZone, time, at) => {
    expect((await read(row(time), { timeZone })).since).toEqual([at]);
  });

  it('that clocks show twice are told apart by what stands before them, and by the id of Asterisk', async () => {
    const now = '2026-10-25T08:00:00Z';
    const rows = ['03:10:00', '03:50:00', '03:20:00'].map((t, i) => `2026-10-25 ${t},050111223${i},100,missed`);
    const inOrder = await read(`Start,From,To,Status\n${rows.join('\n')}\n`, {}, now);
    expect(inOrder.since).toEqual(['2026-10-25T00:10:00.000Z', '2026-10-25T00:50:00.000Z', '2026-10-25T01:20:00.000Z']);
    const seconds = Date.parse('2026-10-25T01:10:00Z') / 1000;
    const byId = asteriskFile([
      { src: '0501112233', dst: '100', start: '2026-10-25 03:10:00', uniqueid: `${seconds}.42` },
    ]);
    expect((await read(byId, {}, now)).since).toEqual(['2026-10-25T01:10:00.000Z']);
  });

  it('that clocks skip follow the hour that is left out', async () => {
    const { since } = await read(row('2026-03-29 03:30:00'), {}, '2026-03-29T08:00:00Z');
    expect(since).toEqual(['2026-03-29T01:30:00.000Z']);
  });
});
