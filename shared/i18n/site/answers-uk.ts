import type { Meanings, Placeholders, Recipes } from './answers.ts';

export const recipes: Recipes = {
  Cloudflare: (agent) =>
    `у панелі Cloudflare, розділ «Security > WAF > Custom rules», поставте першим правило «User Agent contains "${agent}"» з дією «Skip» і позначте в ньому всі компоненти.`,
  DataDome: (agent) =>
    `у панелі DataDome, розділ «Management > Custom rules», додайте правило, яке дозволяє User-Agent «${agent}».`,
  'HUMAN (PerimeterX)': (agent) =>
    `у консолі HUMAN, розділ «Bot Defender > Policies > Allow list», додайте User-Agent «${agent}».`,
  Akamai: (agent) =>
    `у «Akamai Control Center», розділ «Bot Manager > Custom bot categories», дозвольте User-Agent «${agent}».`,
  'Imperva (Incapsula)': (agent) =>
    `у консолі Imperva, розділ «Websites > Security > Advanced bot protection» (або «Exceptions»), дозвольте User-Agent «${agent}».`,
  Sucuri: (agent) =>
    `у панелі брандмауера Sucuri, розділ «Access control > Allow list», додайте User-Agent «${agent}».`,
  'AWS WAF': (agent) =>
    `у консолі AWS, розділ «WAF > Web ACLs», поставте першим правило, яке дозволяє запити, де заголовок «user-agent» містить «${agent}».`,
  Kasada: (agent) => `на порталі Kasada додайте User-Agent «${agent}» до списку дозволених.`,
  Vercel: (agent) =>
    `у проєкті Vercel, розділ «Firewall > Custom rules», додайте правило «User Agent contains "${agent}"» з дією «Bypass».`,
  Imunify360: (agent) =>
    `попросіть хостинг-провайдера дозволити User-Agent «${agent}» в Imunify360 (це їхній захист від ботів).`,
  SiteGround: (agent) =>
    `попросіть підтримку SiteGround звільнити User-Agent «${agent}» від перевірки на ботів на вашому сайті.`,
  Wordfence: (agent) =>
    `у WordPress, розділ «Wordfence > Firewall > Blocking», приберіть правило, яке спрацьовує, і дозвольте User-Agent «${agent}».`,
  'DDoS-Guard': (agent) => `у панелі DDoS-Guard, розділ «Rules», додайте правило, яке пропускає User-Agent «${agent}».`,
  Qrator: (agent) => `попросіть підтримку Qrator пропускати User-Agent «${agent}» до вашого сайту.`,
  'F5 BIG-IP': (agent) =>
    `попросіть хостинг-провайдера зробити в захисті від ботів на брандмауері виняток для User-Agent «${agent}».`,
  Anubis: (agent) =>
    `у файлі правил Anubis («bot policy») додайте правило з рядками «user_agent_regex: ${agent}» та «action: ALLOW».`,
};

const noSiteHere = 'Запитайте хостинг-провайдера, чому його там не видно: бракує його файлів або налаштувань.';
const renew = 'Перевірте, чи не закінчилася реєстрація домену і чи його DNS і далі вказує на ваш хостинг.';
const reopen = 'Якщо клієнти вже мають бачити сайт, вимкніть цей режим там, де ви ним керуєте.';
const payOrAsk = 'Запитайте хостинг-провайдера, чому: зазвичай це рахунок, ліміт або скарга.';
const repair =
  'Попросіть веброзробника знайти причину в журналі помилок сайту; допоможе й відновлення останньої резервної копії.';

export const placeholders: Placeholders = {
  'nginx-welcome': { what: 'вітальну сторінку щойно встановленого вебсервера (nginx)', todo: noSiteHere },
  'apache-default': { what: 'стандартну сторінку вебсервера (Apache)', todo: noSiteHere },
  'it-works': { what: 'стандартну сторінку вебсервера («It works!»)', todo: noSiteHere },
  'iis-default': { what: 'стандартну сторінку вебсервера (IIS)', todo: noSiteHere },
  'plesk-default': { what: 'стандартну сторінку панелі хостингу (Plesk)', todo: noSiteHere },
  'cpanel-default': { what: 'стандартну сторінку панелі хостингу (cPanel)', todo: noSiteHere },
  'panel-default': { what: 'стандартну сторінку панелі хостингу', todo: noSiteHere },
  'file-list': {
    what: 'список файлів замість сторінки',
    todo: 'У теці сайту бракує головної сторінки: завантажте її туди знову.',
  },
  suspended: { what: 'повідомлення, що хостинг призупинено', todo: payOrAsk },
  advertising: { what: 'рекламну сторінку для домену', todo: renew },
  parked: { what: 'сторінку реєстратора про те, що домен лише припарковано або він продається', todo: renew },
  'not-connected': {
    what: 'повідомлення конструктора сайтів, що до цієї адреси сайт не під’єднано',
    todo: 'Під’єднайте домен і перевірте, чи оплачено тариф, там, де ви керуєте сайтом.',
  },
  'database-silent': { what: 'повідомлення, що не відповідає його база даних', todo: repair },
  'program-error': { what: 'повідомлення про помилку його власної програми', todo: repair },
  maintenance: { what: 'повідомлення про технічні роботи', todo: reopen },
  'not-ready': { what: 'повідомлення, що він ще не готовий або на ньому тривають роботи', todo: reopen },
};

const seeLog = 'Попросіть веброзробника знайти причину в журналі помилок сайту.';
const mayConnect = 'Чи він працює і чи його брандмауер пропускає Cloudflare?';
const askHost = 'Зверніться до хостинг-провайдера.';
const lookAtServer = 'Попросіть хостинг-провайдера перевірити сервер.';

export const meanings: Meanings = {
  password: {
    what: 'щоб щось побачити, треба ввести ім’я користувача й пароль',
    todo: 'Приберіть пароль зі сторінки, яку мають бачити всі.',
  },
  missing: {
    what: 'за цією адресою вже нічого немає',
    todo: 'Поверніть сторінку або переспрямуйте цю адресу на нову.',
  },
  removed: { what: 'сторінку прибрано назавжди', todo: 'Поверніть її або переспрямуйте цю адресу на нову.' },
  refused: { what: 'сервер не приймає такого візиту', todo: 'Зверніться до веброзробника.' },
  'program-broken': { what: 'зламалася програма, на якій працює сайт', todo: seeLog },
  'program-silent': {
    what: 'вебсервер працює, але програма за ним не відповідає',
    todo: 'Попросіть хостинг-провайдера її перезапустити.',
  },
  'program-slow': {
    what: 'вебсервер працює, але програма за ним не встигає відповісти',
    todo: 'Попросіть веброзробника з’ясувати, що її сповільнює.',
  },
  overloaded: {
    what: 'сайт перевантажено або на ньому тривають роботи',
    todo: 'Якщо ніхто зараз над ним не працює, зверніться до хостинг-провайдера.',
  },
  'plan-used-up': { what: 'сайт вичерпав те, що дозволяє ваш тариф хостингу', todo: askHost },
  'traffic-used-up': { what: 'сайт вичерпав трафік вашого тарифу хостингу', todo: askHost },
  'cloudflare-no-sense': { what: 'Cloudflare не отримує від вашого сервера зрозумілої відповіді', todo: lookAtServer },
  'cloudflare-refused': { what: 'ваш сервер не приймає з’єднання від Cloudflare', todo: mayConnect },
  'cloudflare-no-connection': { what: 'Cloudflare не може з’єднатися з вашим сервером', todo: mayConnect },
  'cloudflare-unreachable': {
    what: 'для Cloudflare ваш сервер недосяжний',
    todo: 'Перевірте там, у налаштуваннях DNS, адресу сервера.',
  },
  'cloudflare-too-slow': { what: 'ваш сервер надто довго не відповідає Cloudflare', todo: lookAtServer },
  'cloudflare-no-encryption': {
    what: 'Cloudflare і ваш сервер не можуть домовитися про шифрування',
    todo: 'Перевірте сертифікат на сервері.',
  },
  'cloudflare-bad-certificate': { what: 'Cloudflare не приймає сертифіката вашого сервера', todo: 'Поновіть його.' },
  'cloudflare-no-server': {
    what: 'Cloudflare не знаходить вашого сервера',
    todo: 'Перевірте там налаштування DNS.',
  },
  'server-broken': { what: 'на сервері стався збій', todo: seeLog },
};
