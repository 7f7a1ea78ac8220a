/** Programs put these before a subject and a colon, in languages whose other phrases are not known here. */
export const automaticElsewhere: readonly string[] = [
  ...[
    'automatisch antwoord',
    'afwezig(?:heidsbericht)?',
    'autosvar',
    'automatiskt? svar',
    'automaattinen vastaus',
    'poissa',
  ],
  ...[
    'automatick[áa] odpov[ěe]ď',
    'automatick[áa] odpoveď',
    'resposta autom[áa]tica',
    'r[ăa]spuns automat',
    'automatikus v[áa]lasz',
  ],
  ...[
    'otomatik (?:yan[ıi]t|cevap)',
    'автоматичен отговор',
    'automatski odgovor',
    'samodejni odgovor',
    'αυτόματη απάντηση',
  ],
  ...[
    'automatinis atsakymas',
    'automātiskā atbilde',
    'automaatvastus',
    '自動返信',
    '自動応答',
    '自动回复',
    '自動回覆',
    '자동 회신',
  ],
];

/** Subjects of mails that were not delivered. */
export const bounceElsewhere: readonly string[] = [
  ...['onbestelbaar', 'oleverer', 'ikke leveret', 'nedoručiteln', 'não entregue', 'n[ãa]o foi poss[íi]vel entregar'],
  ...['k[ée]zbes[íi]thetetlen', 'nelivrat', 'teslim edilemedi', '系统退信', '退信', '配信不能', 'メールエラー'],
];

/** Labels of the block above a quoted mail. */
export const blockLabelsElsewhere: readonly string[] = [
  ...['van', 'verzonden', 'aan', 'onderwerp', 'från', 'skickat', 'till', 'ämne', 'fra', 'sendt', 'til', 'emne'],
  ...[
    'enviad[ao](?: em)?',
    'assunto',
    'para',
    'odesláno',
    'komu',
    'předmět',
    'predmet',
    'gönderen',
    'konu',
    'tárgy',
    'feladó',
  ],
];

/** "… wrote:" at the end of the line above a quote. */
export const wroteElsewhere: readonly string[] = [
  ...[
    'schreef(?: het volgende)?',
    'skrev',
    'kirjoitti',
    'escreveu',
    'napsal(?:\\(a\\)|a)?',
    'scris',
    'írta',
    'yazdı',
    'написа',
  ],
];
