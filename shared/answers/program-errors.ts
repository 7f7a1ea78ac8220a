import type { Mark } from './page-mark.ts';

/** WordPress, in the languages of its translations. */
const critical =
  /There has been a critical error on (this|your) website|На сайте возникла критическая ошибка|На сайт[іи] (виникла|сталася) критична помилка|Es gab einen kritischen Fehler auf (deiner|Ihrer|dieser) Website|Ha habido un error crítico en (esta|tu) web|Il y a eu une erreur critique sur (ce|votre) site|Wystąpił krytyczny błąd w (tej|twojej) witrynie|Wystąpił błąd krytyczny|Bu (web )?sitesinde (ciddi|kritik|önemli) bir (sorun|hata) (çıktı|oluştu)|Bu sitede (ciddi|kritik|önemli) bir (sorun|hata) (çıktı|oluştu)/i;
const noDatabase =
  /^(Error establishing a database connection|Ошибка (установки|при установке) соединения с базой данных|Помилка (встановлення|під час встановлення) з.єднання з базою даних|Fehler beim Aufbau einer Datenbankverbindung|Error al establecer una conexión con la base de datos|Erreur lors de la connexion à la base de données|Błąd podczas łączenia się z bazą danych|Nie można nawiązać połączenia z bazą danych|Veritabanı bağlantısı kurulurken hata)/i;

/** What PHP says last: nothing of the page comes behind it, so that the document breaks off. */
const fatal = /(Fatal|Parse) error ?: (.{1,150}?(?= Stack trace)|.{1,150})/i;

/**
 * Pages that a site's own software shows where the page should be, whatever their status: the error is all there is, or the
 * document breaks off with it. A page about such errors has more to say; one with a warning in its footer is still a page.
 * Sources: the error pages of the programs named. Reported, among others, in danmichaelo/croptool#110,
 * matomo-org/matomo#6852 and #10881, Automattic/jurassic.ninja#233 (an error with the status of a good page).
 */
export const programErrors: readonly Mark[] = [
  { shows: 'database-silent', words: noDatabase, textAtMost: 800 },
  {
    shows: 'database-silent',
    words:
      /(SQLSTATE\[\w{1,10}\]|\bmysqli?(_connect|_real_connect|::(real_connect|__construct|mysqli))|Can't connect to (local )?(MySQL|MariaDB) server|Access denied for user '|Link to database cannot be established|Could not make a database link|Unable to connect to the database|could not connect to server: Connection refused|SQL ERROR \[ ?\w+ ?\]|(\b1040\b|08004).{0,20}Too many connections|Too many connections \[\d|too many clients already|The database has encountered a problem|Database error in \w+|internal SQL error|(error connecting to database|DB query error)\W+please try later|error with the database|\bMySQL Error\b|\bORA-\d{5}: |Microsoft (OLE DB|JET Database|SQL Server)\S* .{0,60}error|(не удалось|невозможно) (подключиться|соединиться) (к|с) \S*баз|ошибка (подключения|соединения) (к|с) баз|не вдалося (під.єднатися|підключитися|з.єднатися) (до|з) баз|помилка (під.єднання|підключення|з.єднання) (до|з) баз|(keine|fehler bei der) (datenbank-?)?verbindung (zur|mit der) datenbank|impossible de se connecter à la base de données|no se (pudo|puede) conectar (a|con) la base de datos|nie (można|udało się) połączyć (się )?z bazą danych|veritabanına bağlan(ıla|a)mad).{0,150}/i,
    textAtMost: 1_500,
    ownLinksAtMost: 1,
  },
  // PHP
  {
    shows: 'program-error',
    text: /^(PHP )?(Fatal error|Parse error|Recoverable fatal error|Warning|Notice|Deprecated|Strict Standards) ?: /i,
    words: fatal,
    isCutShort: true,
    textAtMost: 4_000,
    ownLinksAtMost: 1,
  },
  {
    shows: 'program-error',
    text: /^.{0,600}?\b(Fatal|Parse) error ?: .{1,3000}( on line \d+|\.php:\d+|\{main\}( \( \))?.{0,200})\W*$/i,
    words: fatal,
    isCutShort: true,
  },
  // The program itself, sent as the page or offered as a download: nothing runs it
  {
    shows: 'program-error',
    html: /^\s*<(\?(php\b|=)|%@ )(?![\s\S]*<body\b)/i,
    textAtMost: 700,
    htmlAtMost: Number.POSITIVE_INFINITY,
  },
  // WordPress: alone on the page, or where the page breaks off
  { shows: 'program-error', text: critical, words: critical, textAtMost: 700 },
  // Frameworks' own reports
  {
    shows: 'program-error',
    title: /^\w+( at \/|$)/,
    text: /Request Method: .{1,3000}Django Version: /,
    words: /Exception Value: .{1,150}/,
    htmlAtMost: Number.POSITIVE_INFINITY,
  },
  { shows: 'program-error', title: /\/\/ Werkzeug Debugger$/, htmlAtMost: Number.POSITIVE_INFINITY },
  { shows: 'program-error', title: /^Action Controller: Exception caught$/, htmlAtMost: Number.POSITIVE_INFINITY },
  { shows: 'program-error', title: /^🧨 |^Whoops! There was an error\.?$/u, htmlAtMost: Number.POSITIVE_INFINITY },
  {
    shows: 'program-error',
    title: /\(500 Internal Server Error\)$/,
    html: /symfony/i,
    htmlAtMost: Number.POSITIVE_INFINITY,
  },
  {
    shows: 'program-error',
    heading: /^Server Error in '.{0,100}' Application\.?$/,
    words: /(Description: .{1,150})/,
    htmlAtMost: Number.POSITIVE_INFINITY,
  },
  {
    shows: 'program-error',
    heading:
      /^(An unhandled exception occurred while processing the request\.?|Whitelabel Error Page|Software error:?|A PHP Error was encountered|A Database Error Occurred)$/,
    htmlAtMost: Number.POSITIVE_INFINITY,
    ownLinksAtMost: 1,
  },
  { shows: 'program-error', title: /^HTTP Status 5\d\d/, text: /Exception Report|Status Report|Apache Tomcat/i },
  {
    shows: 'program-error',
    words: /^\w*(Error|Exception)\b: .{1,300}?:\d+:\d+\)?/,
    text: /:\d+:\d+\)? at .{1,300}:\d+:\d+\)?/,
    textAtMost: 4_000,
    ownLinksAtMost: 0,
  },
  {
    shows: 'program-error',
    text: /^Traceback \(most recent call last\): /,
    words: /\b\w*(Error|Exception): .{0,150}$/,
    textAtMost: 8_000,
    ownLinksAtMost: 1,
  },
  // What is shown to visitors where such reports are switched off
  {
    shows: 'program-error',
    words:
      /^(.{0,60}\b)?(Whoops, looks like something went wrong|We.re sorry, but something went wrong|Application error: a (server|client)-side exception has occurred|There has been an error processing your request|The website encountered an unexpected error|Oops,? an error occurred|Oops! An Error Occurred|Error displaying the error page|An Internal Error Has Occurred|An application error occurred on the server|A server error has occurred)\b/i,
    textAtMost: 700,
    ownLinksAtMost: 1,
  },
  {
    shows: 'program-error',
    words:
      /^(HTTP )?(Error )?(5\d\d\W{1,3})?(Internal Server Error|Server Error|Bad Gateway|Service (Temporarily )?Unavailable|Gateway Time-?out|HTTP Error 503\. The service is unavailable|Error 503 Backend fetch failed|no healthy upstream|upstream connect error)\b.{0,100}/i,
    underGoodStatus: true,
    textAtMost: 600,
    ownLinksAtMost: 0,
  },
];
