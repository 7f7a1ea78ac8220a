import type { MailPhrases } from './mail-phrases.ts';

const matter = '(?:messaggio|richiesta|e-?mail|mail|domanda|ticket|segnalazione|ordine)';

export const italian: MailPhrases = {
  automaticPrefix: ['risposta automatica', 'auto', 'fuori (?:sede|ufficio)', 'assenza', 'assente', 'ferie'],
  absenceSubject: ['fuori (?:sede|ufficio)', 'assenza', 'assente', 'ferie', 'in ferie'],
  receivedSubject: [
    'conferma (?:di )?(?:ricezione|ricevimento|ricevuta|richiesta)',
    'ricevuta di',
    `(?:abbiamo )?ricevuto (?:la )?(?:tua|sua|il tuo|il suo|vostra) ${matter}`,
    `grazie per (?:averci contattato|il (?:tuo|suo) ${matter}|la (?:tua|sua) ${matter})`,
  ],
  noticeSubject: [
    'promemoria',
    '(?:il tuo |il suo |la tua |conferma )(?:dell?.)?(?:ordine|prenotazione|pacco|fattura|pagamento|spedizione)',
    'codice di (?:verifica|sicurezza)',
    'nuova recensione',
  ],
  bounceSubject: [
    'mancata consegna',
    'non recapitabile',
    'impossibile recapitare',
    'messaggio non recapitato',
    'errore di consegna',
  ],
  delaySubject: ['consegna (?:ritardata|in ritardo)'],
  receiptPrefix: [
    'letto',
    'non letto',
    'accettat[oa]',
    'rifiutat[oa]',
    'provvisori[oa]',
    'annullat[oa]',
    'conferma di lettura',
  ],
  thanks: [
    `grazie (?:mille )?per (?:averci (?:contattato|scritto)|(?:il|la) (?:tuo|tua|suo|sua|vostro|vostra) (?:${matter}|interesse)|l'interesse)`,
  ],
  received: [
    `(?:abbiamo )?ricevuto (?:correttamente )?(?:la|il) (?:tua|tuo|sua|suo|vostra|vostro) ${matter}`,
    `(?:la|il) (?:tua|tuo|sua|suo) ${matter}[^.]{0,40} (?:[èe] stat[oa]|[èe])[^.]{0,20}(?:ricevut|registrat|creat|inviat|inoltrat|pres[oa])`,
    'numero (?:di )?(?:ticket|pratica)',
  ],
  promise: [
    '(?:ti|la|vi|le)? ?(?:risponderemo|ricontatteremo|contatteremo)(?!\\p{L})',
    '(?:un|una|nostro|operatore)[^.]{0,40}(?:contatter[àa]|risponder[àa]|ricontatter[àa])',
  ],
  meanwhile: ['(?:al|il) pi[ùu] presto', 'prima possibile', 'entro \\d', 'a breve', 'orari (?:di|d)'],
  absent: [
    '(?:siamo|saremo|[èe]) chius[oi] (?:dal|fino|per)',
    'part[- ]time',
    '(?:sono|sar[òo]|attualmente|mi trovo)[^.]{0,40}(?:fuori (?:ufficio|sede)|in ferie|assente|in vacanza|in malattia)',
    '(?:al mio rientro|rientro il|torner[òo])',
    'non ho accesso alla posta',
    'non lavoro pi[ùu]',
  ],
  insteadOf: ['(?:per|in caso di) (?:urgenz[ae]|questioni urgenti)', '(?:contattare|rivolgersi)'],
  byMachine: [
    '(?:messaggio|e-?mail|risposta) (?:generat[oa] )?automatic',
    '(?:generat[oa]|inviat[oa]) automaticamente',
  ],
  unread: ['(?:si prega di |ti preghiamo di )?non rispondere'],
  ticketMoves: ['(?:ticket|richiesta|segnalazione)[^.]{0,30} (?:chius|risolt)', 'valuta (?:il nostro|la nostra)'],
  notice: [
    'se non (?:hai|ha|sei)[^.]{0,30}(?:richiest|effettuat)',
    "grazie per (?:il tuo |il suo |l')(?:ordine|acquisto|pagamento)",
    '(?:il tuo|la tua|il suo) (?:ordine|pacco|fattura|prenotazione)[^.]{0,40} (?:[èe] stat|[èe])',
    'ti (?:avviseremo|informeremo)',
  ],
  challenge: ['conferma di essere (?:umano|una persona)'],
  subscribed: [
    'se non (?:desideri|vuoi|desidera) (?:pi[ùu] )?ricevere',
    'disiscri',
    "annulla(?:re)? (?:l')?iscrizione",
    'ricevi questa (?:e-?mail|mail) perch[ée]',
    'cancellati',
    'visualizza nel browser',
  ],
  pressRelease: ['comunicato stampa'],
  undelivered: [
    'non (?:[èe] stato possibile|[èe] stato|pu[òo] essere) (?:recapitat|consegnat)',
    'impossibile (?:recapitare|consegnare)',
  ],
  firstPerson: ['io(?!\\p{L})', 'mi(?!\\p{L})', 'posso(?!\\p{L})', 'vorrei(?!\\p{L})', 'ho(?!\\p{L})'],
  contrast: ['ma', 'però'],
  courtesy: [
    '(?:buongiorno|buonasera|salve|ciao|gentile|egregi\\S+|spett\\S+)(?!\\p{L}).{0,40}',
    '(?:(?:cordiali|distinti) saluti|saluti|grazie|a presto).{0,40}',
  ],
  form: {
    who: ['(?:cog)?nome', 'nome e cognome', 'e-?mail', 'telefono', 'da'],
    what: ['(?:il tuo )?messaggio', 'oggetto', 'richiesta', 'commenti?'],
  },
  formSent: ['modulo di contatto', 'dal (?:tuo |vostro )?sito'],
  replyPrefix: ['r', 'rif', 'ris'],
  forwardPrefix: ['i', 'fwd?', 'inoltr'],
  wrote: ['ha scritto', 'scrive'],
  onDate: ['il giorno', 'il', 'in data'],
  blockLabels: ['da', 'a', 'inviato', 'oggetto', 'cc', 'data'],
  originalMessage: ['messaggio originale', 'messaggio inoltrato', 'inizio messaggio inoltrato'],
  sentFrom: ['inviato da'],
  disclaimer: ['(?:questo|il presente) messaggio[^.]{0,60}(?:riservat|confidenzial|destinat)'],
};
