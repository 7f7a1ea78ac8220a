/** The snippet by which sites embed their chats: a stub, then the vendor's script. */
const snippet = (src: string, stub = ''): string =>
  `<script>${stub};(function(d){var s=d.createElement('script');s.async=true;s.src='${src}';d.head.appendChild(s)})(document)</script>`;

const corner = 'position:fixed;right:20px;bottom:20px;width:60px;height:60px;border:0;background:#06c;';

/** Puts something on the page. */
const draw = (html: string): string => `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)});`;

/** A click opens a window beside the button. */
const opens = (selector: string, html: string): string =>
  `document.querySelector('${selector}').addEventListener('click', function () { ${draw(html)} });`;

/** Small likenesses of the vendors' widgets: the same addresses, globals and elements, and nothing of their code. */
export interface Imitation {
  /** What the site has in its page. */
  readonly embed: string;
  /** What the vendor's script does, by address; whatever else is asked for is refused. */
  readonly scripts: Readonly<Record<string, string>>;
}

const one = (src: string, script: string, stub = ''): Imitation => ({
  embed: snippet(src, stub),
  scripts: { [src]: script },
});

const tawkSource = 'https://embed.tawk.to/5f0000000000000000000000/default';
const tawkStub = 'window.Tawk_API=window.Tawk_API||{};window.Tawk_LoadStart=new Date()';
const tawkFrame = `<div class="widget-visible"><iframe title="chat widget" style="${corner}"></iframe></div>`;
export const tawk = (answer: string, drawn = tawkFrame): Imitation =>
  one(tawkSource, `Tawk_API.getStatus = function () { ${answer} }; ${draw(drawn)}`, tawkStub);

export const jivo = (mode: string, window: string | null = null): Imitation =>
  one(
    'https://code.jivosite.com/widget/AbCdEfGh',
    `window.jivo_version = '5'; window.jivo_api = { chatMode: function () { return '${mode}' } };
     ${draw(`<jdiv style="display:block;${corner}"></jdiv>`)} ${window === null ? '' : opens('jdiv', window)}`,
  );

/** It believes that somebody is there until it has heard from its server. */
export const crisp = (isThere: boolean, afterMs: number): Imitation =>
  one(
    'https://client.crisp.chat/l.js',
    `var known = ${!isThere}; setTimeout(function () { known = ${isThere} }, ${afterMs});
     window.$crisp = { is: function (what) { return what === 'website:available' && known } };
     ${draw(`<div class="crisp-client"><div id="crisp-chatbox"><a role="button" style="${corner}"></a></div></div>`)}`,
    'window.$crisp=[];window.CRISP_WEBSITE_ID="00000000-0000"',
  );

/** Throws until it has loaded, as the real one does. */
export const livechat = (availability: string): Imitation =>
  one(
    'https://cdn.livechatinc.com/tracking.js',
    `var ready = false; setTimeout(function () { ready = true }, 150);
     window.LiveChatWidget = { get: function (what) {
       if (!ready) throw new Error('[LiveChatWidget] You can\\'t use getters before load.');
       return what === 'state' ? { availability: '${availability}', visibility: 'minimized' } : null } };
     ${draw(`<div id="chat-widget-container" style="${corner}"><iframe id="chat-widget" style="width:100%;height:100%"></iframe></div>`)}`,
    'window.__lc={license:1}',
  );

export const zendeskClassic = (status: string): Imitation =>
  one(
    'https://static.zdassets.com/ekr/snippet.js?key=00000000',
    `window.zE = function () {}; window.$zopim = { livechat: { setOnStatus: function (tell) { setTimeout(function () { tell('${status}') }, 20) } } };
     ${draw(`<iframe id="launcher" style="${corner}"></iframe>`)}`,
  );

export const drift = (isOnline: boolean): Imitation =>
  one(
    'https://js.driftt.com/include/0/abc.js',
    `window.drift = { api: {}, on: function (what, tell) { if (what === 'ready') tell({}, { isOnline: ${isOnline} }) } };
     ${draw(`<div id="drift-frame-controller" style="${corner}"></div>`)}`,
  );

export const zoho = (state: string): Imitation =>
  one(
    'https://salesiq.zohopublic.eu/widget?wc=siq00',
    `window.$zoho = { salesiq: { chat: {
       online: function (tell) { if ('${state}' === 'online') setTimeout(tell, 10) },
       offline: function (tell) { if ('${state}' === 'offline') setTimeout(tell, 10) } } } };
     ${draw(`<div id="zsiq_float" style="${corner}"></div>`)}`,
  );

/** Those that do not say who is there. */
export const silent = {
  tidio: one(
    'https://code.tidio.co/abcdef.js',
    `window.tidioChatApi = { on: function () {} }; ${draw(`<div id="tidio-chat"><iframe id="tidio-chat-iframe" style="${corner}"></iframe></div>`)}`,
  ),
  zendesk: one(
    'https://static.zdassets.com/ekr/snippet.js?key=11111111',
    `window.zE = function () {}; ${draw(`<iframe id="launcher" style="${corner}"></iframe>`)}`,
  ),
  hubspot: {
    embed: snippet('https://js.hs-scripts.com/100.js'),
    scripts: {
      'https://js.hs-scripts.com/100.js': `var s = document.createElement('script'); s.src = 'https://js.usemessages.com/conversations-embed.js'; document.head.appendChild(s);`,
      'https://js.usemessages.com/conversations-embed.js': `window.HubSpotConversations = { widget: { status: function () { return { loaded: true } } } };
        ${draw(`<div id="hubspot-messages-iframe-container" style="${corner}"><iframe style="width:60px;height:60px"></iframe></div>`)}`,
    },
  },
  intercom: one(
    'https://widget.intercom.io/widget/abc',
    `window.Intercom = function () {}; window.Intercom.booted = true; ${draw(`<div class="intercom-lightweight-app"><div class="intercom-lightweight-app-launcher" style="${corner}"></div></div>`)}`,
    'window.Intercom=function(){}',
  ),
  freshchat: one(
    'https://wchat.freshchat.com/js/widget.js',
    `window.fcWidget = { isLoaded: function () { return true } }; ${draw(`<div id="fc_frame" style="${corner}"><iframe style="width:60px;height:60px"></iframe></div>`)}`,
  ),
  chaport: one(
    'https://app.chaport.com/javascripts/insert.js',
    `window.chaport = { getWidgetState: function () { return 'minimized' } }; ${draw(`<div class="chaport-container"><div class="chaport-launcher" style="${corner}"></div></div>`)}`,
  ),
  chatra: one(
    'https://call.chatra.io/chatra.js',
    `window.Chatra = function () {}; window.Chatra.openChat = function () {}; ${draw(`<div id="chatra" style="${corner}"><iframe id="chatra__iframe" style="width:60px;height:60px"></iframe></div>`)}`,
  ),
  bitrix24: one(
    'https://cdn.bitrix24.eu/b100/crm/site_button/loader_1_abcdef.js',
    draw(`<div class="b24-widget-button-wrapper" style="${corner}"></div>`),
  ),
  carrotquest: one(
    'https://cdn.carrotquest.app/api.min.js',
    draw(`<div id="carrot-messenger-collapsed-container" style="${corner}"></div>`),
    'window.carrotquest={}',
  ),
  'talk-me': one(
    'https://lcab.talk-me.ru/support/support.js?h=0',
    draw(`<div id="supportTrigger" style="${corner}"></div>`),
  ),
  chatwoot: one(
    'https://chat.shop.example/packs/js/sdk.js',
    `window.$chatwoot = { isOpen: false }; ${draw(`<div class="woot--bubble-holder"><button class="woot-widget-bubble" style="${corner}"></button></div><iframe id="chatwoot_live_chat_widget" hidden></iframe>`)}`,
  ),
  smartsupp: one(
    'https://www.smartsuppchat.com/loader.js',
    `window.Smartsupp = {}; ${draw(`<div id="smartsupp-widget-container"><iframe style="${corner}"></iframe></div>`)}`,
    'window.smartsupp=function(){}',
  ),
} satisfies Readonly<Record<string, Imitation>>;

export const messageWindow = `<div style="position:fixed;right:20px;bottom:90px;width:300px;height:300px;background:#fff"><form><input type="email"><textarea></textarea><button type="button">Send</button></form></div>`;
export const speechlessWindow = `<div style="position:fixed;right:20px;bottom:90px;width:300px;height:300px;background:#fff">We are closed.</div>`;

/** Embeds it, but only once something has happened. */
export const late = ({ embed, scripts }: Imitation, when: string): Imitation => {
  const code = embed.replace(/^<script>/, '').replace(/<\/script>$/, '');
  return { embed: `<script>var embed = function () { ${code} }; ${when}</script>`, scripts };
};

/** A consent manager holds it back, and forgets nothing. */
export const behindConsent = ({ embed, scripts }: Imitation): Imitation => ({
  embed: `<div id="cookie-banner" style="position:fixed;inset:auto 0 0;padding:16px;background:#eee">We use cookies.
    <button id="no">Reject all</button><button id="yes">Accept all</button></div>
    ${embed.replace('<script>', '<script type="text/plain" data-category="functional">')}
    <script>
      var banner = document.getElementById('cookie-banner');
      if (localStorage.answer) banner.remove();
      document.getElementById('no').onclick = function () { localStorage.answer = 'no'; banner.remove() };
      document.getElementById('yes').onclick = function () {
        localStorage.answer = 'yes'; banner.remove();
        var held = document.querySelector('script[type="text/plain"]'), script = document.createElement('script');
        script.text = held.text; document.body.appendChild(script);
      };
    </script>`,
  scripts,
});
