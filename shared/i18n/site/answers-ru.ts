import type { Meanings, Placeholders, Recipes } from './answers.ts';

export const recipes: Recipes = {
  Cloudflare: (agent) =>
    `в панели Cloudflare, раздел «Security > WAF > Custom rules», поставьте первым правило «User Agent contains "${agent}"» с действием «Skip» и отметьте в нём все компоненты.`,
  DataDome: (agent) =>
    `в панели DataDome, раздел «Management > Custom rules», добавьте правило, которое разрешает User-Agent «${agent}».`,
  'HUMAN (PerimeterX)': (agent) =>
    `в консоли HUMAN, раздел «Bot Defender > Policies > Allow list», добавьте User-Agent «${agent}».`,
  Akamai: (agent) =>
    `в «Akamai Control Center», раздел «Bot Manager > Custom bot categories», разрешите User-Agent «${agent}».`,
  'Imperva (Incapsula)': (agent) =>
    `в консоли Imperva, раздел «Websites > Security > Advanced bot protection» (или «Exceptions»), разрешите User-Agent «${agent}».`,
  Sucuri: (agent) =>
    `в панели брандмауэра Sucuri, раздел «Access control > Allow list», добавьте User-Agent «${agent}».`,
  'AWS WAF': (agent) =>
    `в консоли AWS, раздел «WAF > Web ACLs», поставьте первым правило, которое разрешает запросы, где заголовок «user-agent» содержит «${agent}».`,
  Kasada: (agent) => `на портале Kasada добавьте User-Agent «${agent}» в список разрешённых.`,
  Vercel: (agent) =>
    `в проекте Vercel, раздел «Firewall > Custom rules», добавьте правило «User Agent contains "${agent}"» с действием «Bypass».`,
  Imunify360: (agent) =>
    `попросите хостинг-провайдера разрешить User-Agent «${agent}» в Imunify360 (это их защита от ботов).`,
  SiteGround: (agent) =>
    `попросите поддержку SiteGround освободить User-Agent «${agent}» от проверки на ботов на вашем сайте.`,
  Wordfence: (agent) =>
    `в WordPress, раздел «Wordfence > Firewall > Blocking», уберите правило, которое срабатывает, и разрешите User-Agent «${agent}».`,
  'DDoS-Guard': (agent) =>
    `в панели DDoS-Guard, раздел «Rules», добавьте правило, которое пропускает User-Agent «${agent}».`,
  Qrator: (agent) => `попросите поддержку Qrator пропускать User-Agent «${agent}» на ваш сайт.`,
  'F5 BIG-IP': (agent) =>
    `попросите хостинг-провайдера сделать в защите от ботов на брандмауэре исключение для User-Agent «${agent}».`,
  Anubis: (agent) =>
    `в файле правил Anubis («bot policy») добавьте правило со строками «user_agent_regex: ${agent}» и «action: ALLOW».`,
};

const noSiteHere = 'Спросите хостинг-провайдера, почему его там не видно: не хватает его файлов или настроек.';
const renew = 'Проверьте, не кончилась ли регистрация домена и указывает ли его DNS по-прежнему на ваш хостинг.';
const reopen = 'Если клиенты уже должны видеть сайт, отключите этот режим там, где вы им управляете.';
const payOrAsk = 'Спросите хостинг-провайдера, почему: обычно это счёт, лимит или жалоба.';
const repair =
  'Попросите веб-разработчика найти причину в журнале ошибок сайта; поможет и восстановление последней резервной копии.';

export const placeholders: Placeholders = {
  'nginx-welcome': { what: 'приветственная страница только что установленного веб-сервера (nginx)', todo: noSiteHere },
  'apache-default': { what: 'стандартная страница веб-сервера (Apache)', todo: noSiteHere },
  'it-works': { what: 'стандартная страница веб-сервера («It works!»)', todo: noSiteHere },
  'iis-default': { what: 'стандартная страница веб-сервера (IIS)', todo: noSiteHere },
  'plesk-default': { what: 'стандартная страница панели хостинга (Plesk)', todo: noSiteHere },
  'cpanel-default': { what: 'стандартная страница панели хостинга (cPanel)', todo: noSiteHere },
  'panel-default': { what: 'стандартная страница панели хостинга', todo: noSiteHere },
  'file-list': {
    what: 'список файлов вместо страницы',
    todo: 'В папке сайта нет главной страницы: загрузите её туда снова.',
  },
  suspended: { what: 'сообщение, что хостинг приостановлен', todo: payOrAsk },
  advertising: { what: 'рекламная страница для домена', todo: renew },
  parked: { what: 'страница регистратора о том, что домен только припаркован или продаётся', todo: renew },
  'not-connected': {
    what: 'сообщение конструктора сайтов, что к этому адресу сайт не подключён',
    todo: 'Подключите домен и проверьте, оплачен ли тариф, там, где вы управляете сайтом.',
  },
  'database-silent': { what: 'сообщение, что не отвечает его база данных', todo: repair },
  'program-error': { what: 'сообщение об ошибке его собственной программы', todo: repair },
  maintenance: { what: 'сообщение о технических работах', todo: reopen },
  'not-ready': { what: 'сообщение, что он ещё не готов или на нём идут работы', todo: reopen },
};

const seeLog = 'Попросите веб-разработчика найти причину в журнале ошибок сайта.';
const mayConnect = 'Работает ли он и пропускает ли его брандмауэр Cloudflare?';
const askHost = 'Обратитесь к хостинг-провайдеру.';
const lookAtServer = 'Попросите хостинг-провайдера проверить сервер.';

export const meanings: Meanings = {
  password: {
    what: 'чтобы что-то увидеть, нужно ввести имя пользователя и пароль',
    todo: 'Уберите пароль со страницы, которую должны видеть все.',
  },
  missing: {
    what: 'по этому адресу больше ничего нет',
    todo: 'Верните страницу или перенаправьте этот адрес на новый.',
  },
  removed: { what: 'страницу убрали насовсем', todo: 'Верните её или перенаправьте этот адрес на новый.' },
  refused: { what: 'сервер не принимает такой визит', todo: 'Обратитесь к веб-разработчику.' },
  'program-broken': { what: 'сломалась программа, на которой работает сайт', todo: seeLog },
  'program-silent': {
    what: 'веб-сервер работает, но программа за ним не отвечает',
    todo: 'Попросите хостинг-провайдера её перезапустить.',
  },
  'program-slow': {
    what: 'веб-сервер работает, но программа за ним не успевает ответить',
    todo: 'Попросите веб-разработчика выяснить, что её замедляет.',
  },
  overloaded: {
    what: 'сайт перегружен или на нём идут работы',
    todo: 'Если сейчас над ним никто не работает, обратитесь к хостинг-провайдеру.',
  },
  'plan-used-up': { what: 'сайт исчерпал то, что разрешает ваш тариф хостинга', todo: askHost },
  'traffic-used-up': { what: 'сайт исчерпал трафик вашего тарифа хостинга', todo: askHost },
  'cloudflare-no-sense': { what: 'Cloudflare не получает от вашего сервера внятного ответа', todo: lookAtServer },
  'cloudflare-refused': { what: 'ваш сервер не принимает соединения от Cloudflare', todo: mayConnect },
  'cloudflare-no-connection': { what: 'Cloudflare не может соединиться с вашим сервером', todo: mayConnect },
  'cloudflare-unreachable': {
    what: 'для Cloudflare ваш сервер недоступен',
    todo: 'Проверьте там, в настройках DNS, адрес сервера.',
  },
  'cloudflare-too-slow': { what: 'ваш сервер слишком долго не отвечает Cloudflare', todo: lookAtServer },
  'cloudflare-no-encryption': {
    what: 'Cloudflare и ваш сервер не могут договориться о шифровании',
    todo: 'Проверьте сертификат на сервере.',
  },
  'cloudflare-bad-certificate': { what: 'Cloudflare не принимает сертификат вашего сервера', todo: 'Обновите его.' },
  'cloudflare-no-server': {
    what: 'Cloudflare не находит вашего сервера',
    todo: 'Проверьте там настройки DNS.',
  },
  'server-broken': { what: 'на сервере произошёл сбой', todo: seeLog },
};
