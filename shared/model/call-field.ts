/** What a call record may tell, by the names that touchpoints.yaml uses under `columns`. */
export const callFields = [
  'time',
  'date',
  'from',
  'to',
  'direction',
  'status',
  'ring',
  'talk',
  'total',
  'id',
  'application',
  'channel',
  'answeredBy',
] as const;
export type CallField = (typeof callFields)[number];

/** As they read on behind "the column with". */
export const callFieldTitles: Readonly<Record<CallField, string>> = {
  time: 'the time at which the call began',
  date: 'its date, where that has a column of its own',
  from: "the caller's number",
  to: 'the number that was called',
  direction: 'whether the call came in or went out',
  status: 'how the call ended',
  ring: 'how long it rang, in seconds or as 0:12',
  talk: 'how long they spoke, in seconds or as 1:05',
  total: 'how long it took from the first ring to the end',
  id: 'an id that all legs of one call share',
  application: "the exchange's last application (Asterisk: lastapp)",
  channel: 'the channel that began the call (Asterisk: channel)',
  answeredBy: 'the phone that took the call (Asterisk: dstchannel); empty when a menu or voicemail did',
};
