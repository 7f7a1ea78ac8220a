/** What buttons say that call, write or open a chat, in signs and in languages without a list of their own. */
export const dialButtonsElsewhere: readonly string[] = [
  '(open|start|live|online|öffnen|ouvrir|démarrer|abrir|iniciar|otwórz|rozpocznij|открыть|начать|відкрити|почати|онлайн)[- ](a |le |un |el |the |live )?(chat|tchat|czat|чат)(?!\\p{L})',
  '(live-?)?(chat|sohbet|destek)[ıiu]? (öffnen|starten|beginnen|aç|başlat)',
  ...['📞', '📲', '☎', '☏', '✆', '✉', '📧'],
  ...[
    'gọi( điện| ngay| cho)?',
    'nhắn tin',
    'โทร',
    '電話(する|をかける)',
    '拨打|致电',
    '전화(하기| ?걸기|상담)',
    '상담하기',
    'اتصل',
    'התקשר',
  ],
  ...[
    'bel (ons|nu)',
    'lig(ar|ue)',
    'chiama(ci)?(?!\\p{L})',
    'ring (oss|os)',
    'zavol(ejte|at)',
    'hív(jon|ás)',
    'sun(ați|ă)',
    'soita',
    'καλέστε',
  ],
];
