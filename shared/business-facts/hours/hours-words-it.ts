/** As the others in `hours-words.ts`, which checks it. */
export const it = {
  code: 'it',
  days: [
    'lun(ed(ì|i)|edi[’\\x27])?\\.?|lu',
    'mar(ted(ì|i)|tedi[’\\x27])?\\.?|ma',
    'mer(coled(ì|i)|coledi[’\\x27])?\\.?|me',
    'gio(ved(ì|i)|vedi[’\\x27])?\\.?|gi',
    'ven(erd(ì|i)|erdi[’\\x27])?\\.?|ve',
    'sab(at[oi])?\\.?|sa',
    'dom(enic(a|he))?\\.?|do',
  ] as const,
  everyDay:
    'tutti i giorni|365 giorni( (all[’\\x27]anno|l[’\\x27]anno))?|ogni giorno|(7|sette) (giorni )?su (7|sette)|(7|sette) giorni( (alla|a|su) settimana)?|quotidianamente',
  otherDays: '(gli )?altri giorni|giorni restanti',
  workdays: '(nei )?(giorni )?(feriali|lavorativi)|infrasettimanali',
  weekend: '(nel |il )?(fine ?settimana|week-?end)',
  to: 'a|al|alla|alle|all[’\\x27]|fino (a|al|alle)|sino (a|al|alle)',
  and: 'e|ed',
  except: 'tranne|eccetto|escluso|esclus[ie]|salvo',
  including: '(compres[oiae]|inclus[oiae])',
  closed: 'chius[oaie]|chiusura( settimanale)?|(giorno di )?riposo( settimanale)?|turno di riposo',
  appointment:
    '((o|oppure|anche|altrimenti) )?(solo |soltanto |esclusivamente )?(su|previo|per) (appuntamento|prenotazione|richiesta)',
  lunch: 'pausa( pranzo)?',
  allDay: '24 ?ore( su 24)?|24 ?h|h ?24|orario continuato 24 ore|giorno e notte',
  season:
    'estate|estiv[oi]|inverno|invernal[ei]|primavera|autunno|stagion\\p{L}+|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|ferie',
  holiday: '(e )?((nei )?(giorni )?festivi|festività)',
  partOfDay: '(la )?mattin[aoe]|(il )?pomeriggi[oi]?|(la )?ser[ae]|mezza giornata',
  filler:
    'orari[oi]?( di apertura)?|apertura|apert[oaie]|siamo|apriamo|dal|dalla|dalle|dall[’\\x27]|da|di|il|la|le|i|ore|ora|h|negozio|ufficio|studio|il nostro|continuato|orario continuato|no stop|non-?stop|senza (interruzion[ei]|pausa)',
};
