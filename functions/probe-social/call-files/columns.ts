import { type CallField, callFields } from '../../../shared/model/call-field.ts';
import { plainName } from '../csv/header-name.ts';

/** Where each field stands in a record. */
export type Columns = ReadonlyMap<CallField, number>;

/** Names under which exchanges export them, most telling first; compared by their letters and digits alone. */
const usualNames: Readonly<Record<CallField, readonly string[]>> = {
  time: [
    'calldate',
    'start',
    'starttime',
    'started',
    'startedat',
    'callstart',
    'calltime',
    'datetime',
    'timestamp',
    'датавремя',
    'датачас',
    'датаивремя',
    'датаічас',
    'начало',
    'початок',
    'time',
    'время',
    'час',
  ],
  date: ['date', 'дата'],
  from: [
    'from',
    'src',
    'source',
    'caller',
    'callerid',
    'callernumber',
    'ani',
    'fromnumber',
    'откуда',
    'кто',
    'ктозвонил',
    'звідки',
    'хто',
    'хтодзвонив',
    'clid',
  ],
  to: [
    'to',
    'dst',
    'destination',
    'called',
    'callednumber',
    'callee',
    'dialed',
    'dialednumber',
    'tonumber',
    'куда',
    'кому',
    'куди',
  ],
  direction: [
    'direction',
    'calldirection',
    'calltype',
    'type',
    'направление',
    'напрямок',
    'тип',
    'типзвонка',
    'типдзвінка',
  ],
  status: ['disposition', 'status', 'callstatus', 'result', 'callresult', 'state', 'статус', 'результат', 'стан'],
  ring: [
    'ring',
    'ringtime',
    'ringing',
    'ringduration',
    'wait',
    'waittime',
    'waiting',
    'ожидание',
    'времяожидания',
    'очікування',
    'часочікування',
  ],
  talk: [
    'billsec',
    'talk',
    'talktime',
    'talkduration',
    'conversation',
    'billableseconds',
    'разговор',
    'времяразговора',
    'розмова',
    'часрозмови',
  ],
  total: ['duration', 'total', 'totaltime', 'callduration', 'length', 'длительность', 'тривалість'],
  id: ['linkedid', 'uniqueid', 'callid', 'id'],
  application: ['lastapp'],
  channel: ['channel'],
  answeredBy: ['dstchannel'],
};

/** Asterisk's cdr_csv.c writes no header. What follows the sixteenth column depends on cdr.conf. */
const asterisk: Columns = new Map<CallField, number>([
  ['from', 1],
  ['to', 2],
  ['channel', 5],
  ['answeredBy', 6],
  ['application', 7],
  ['time', 9],
  ['total', 12],
  ['talk', 13],
  ['status', 14],
]);
/** `1763280600.4711`, with the system's name before it where there is one. */
const uniqueId = /^(?:[\w-]+-)?\d{9,11}\.\d+$/;

/** @returns null when the record is none of Asterisk's */
export function asteriskColumns(record: readonly string[]): Columns | null {
  const isTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
  if (record.length < 16 || !isTime.test(record[9] ?? '')) return null;
  // The call's common id follows that of its leg.
  const id = record.findLastIndex((value, index) => index >= 16 && uniqueId.test(value));
  return id < 0 ? asterisk : new Map([...asterisk, ['id', id]]);
}

/** What a file's header lacks: one of these fields. */
export interface MissingColumn {
  readonly missing: CallField;
  /** The name that touchpoints.yaml gives it, where it gives one. */
  readonly named: string | null;
}

/** @param named columns by field, as touchpoints.yaml names them */
export function headerColumns(
  header: readonly string[],
  named: Readonly<Record<string, string>>,
): Columns | MissingColumn {
  const plain = header.map(plainName);
  const columns = new Map<CallField, number>();
  for (const field of callFields) {
    const wanted = named[field];
    if (wanted !== undefined) {
      const index = plain.indexOf(plainName(wanted));
      if (index < 0) return { missing: field, named: wanted };
      columns.set(field, index);
      continue;
    }
    const usual = usualNames[field].map((name) => plain.indexOf(name)).find((index) => index >= 0);
    if (usual !== undefined) columns.set(field, usual);
  }
  if (!columns.has('time')) {
    const date = columns.get('date');
    if (date === undefined) return { missing: 'time', named: null };
    columns.set('time', date);
    columns.delete('date');
  }
  if (!columns.has('from')) return { missing: 'from', named: null };
  if (!columns.has('to') && !columns.has('direction')) return { missing: 'to', named: null };
  return columns.has('status') || columns.has('talk') ? columns : { missing: 'status', named: null };
}
