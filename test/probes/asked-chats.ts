import type { Imitation } from './chat-imitations.ts';

/** Where the imitations send what a visitor writes. */
export const wire = 'https://wire.example/said';

/** What happens in a chat after a visitor has written, in milliseconds. */
type Reply = readonly [number, 'joined' | 'agent' | 'bot'];

interface Manners {
  /** The chat confirms to its page that the message has left. */
  readonly confirms?: boolean;
  readonly replies?: readonly Reply[];
  /** Greets as soon as its window opens. */
  readonly greets?: boolean;
  /** What the window asks before it takes a message. */
  readonly asks?: string;
  /** Only then is there a place to write. */
  readonly asksFirst?: boolean;
}

const corner = 'position:fixed;right:20px;bottom:20px;width:300px;height:300px;border:0;background:#eef;';

/** Sends what was written, then does what the chat's manners say. */
const conversation = ({ confirms = true, replies = [], greets = false }: Manners, tell: string): string => `
  var tell = ${tell};
  window.said = function (text) {
    fetch('${wire}', { method: 'POST', mode: 'no-cors', body: text });
    ${confirms ? "setTimeout(function () { tell('own') }, 20);" : ''}
    ${replies.map(([ms, what]) => `setTimeout(function () { tell('${what}') }, ${ms});`).join('')}
  };
  window.greet = function () { ${greets ? "tell('agent')" : ''} };`;

/** A window in which Enter sends; a form before it goes with the message, or takes its place until it is filled in. */
const window = ({ asks = '', asksFirst = false }: Manners, send: string): string => `
  <div>${asks}${asks === '' ? '' : '<button>Start</button>'}</div><textarea ${asksFirst ? 'hidden' : ''}></textarea>
  <script>
    var area = document.querySelector('textarea'), button = document.querySelector('button'), who = '';
    function fields() { return [].map.call(document.querySelectorAll('input'), function (f) { return f.value }).join('|') }
    function say() { ${send}(who + area.value); area.value = '' }
    if (button) button.onclick = function () {
      who = fields() + '|';
      if (!${asksFirst}) return say();
      button.parentNode.remove(); area.hidden = false };
    area.onkeydown = function (e) { if (e.key === 'Enter') { e.preventDefault(); say() } };
  </script>`;

const embedded = (src: string, script: string, stub = ''): Imitation => ({
  embed: `<script>${stub};var s=document.createElement('script');s.src='${src}';document.head.appendChild(s)</script>`,
  scripts: { [src]: script },
});

const framed = (manners: Manners): string => JSON.stringify(window(manners, 'parent.said')).replaceAll('</', '<\\/');

/** Its button and its window are frames of the page's own, under one name. */
export const askedTawk = (manners: Manners = {}): Imitation =>
  embedded(
    'https://embed.tawk.to/5f0000000000000000000000/default',
    `${conversation(manners, "function (what) { var name = { own: 'tawkChatMessageVisitor', joined: 'tawkAgentJoinChat', agent: 'tawkChatMessageAgent' }[what]; if (name) dispatchEvent(new CustomEvent(name, { detail: {} })) }")}
     document.body.insertAdjacentHTML('beforeend', '<div class="widget-visible"><iframe title="chat widget" style="position:fixed;right:20px;bottom:20px;width:60px;height:60px;border:0;background:#06c"></iframe></div>');
     Tawk_API.getStatus = function () { return 'online' }; Tawk_API.setAttributes = function () {};
     Tawk_API.maximize = function () {
       var frame = document.createElement('iframe'); frame.title = 'chat widget'; frame.style.cssText = '${corner}';
       frame.srcdoc = ${framed(manners)}; document.body.appendChild(frame) };`,
    'window.Tawk_API=window.Tawk_API||{}',
  );

/** Its window lies in the page itself, and it calls what the site has under its names. */
export const askedJivo = (manners: Manners = {}): Imitation =>
  embedded(
    'https://code.jivosite.com/widget/AbCdEfGh',
    `${conversation(manners, "function (what) { var f = window[{ own: 'jivo_onMessageSent', joined: 'jivo_onAccept', agent: 'jivo_onMessageReceived' }[what]]; if (f) f({}) }")}
     window.jivo_version = '5';
     window.jivo_api = { chatMode: function () { return 'online' }, setContactInfo: function () {}, open: function () {
       var jdiv = document.createElement('jdiv'); jdiv.style.cssText = 'display:block;${corner}';
       jdiv.appendChild(document.createElement('textarea')).onkeydown = function (e) {
         if (e.key === 'Enter') { e.preventDefault(); said(e.target.value) } };
       document.body.appendChild(jdiv) } };`,
  );

/** It takes a message by a call. */
export const askedCrisp = (manners: Manners = {}): Imitation =>
  embedded(
    'https://client.crisp.chat/l.js',
    `var hearers = {}, who = {};
     ${conversation(manners, "function (what) { var f = hearers[what === 'own' ? 'message:sent' : 'message:received']; if (f) f({ automated: what === 'bot' }) }")}
     window.$crisp = { is: function () { return true }, push: function (order) {
       if (order[0] === 'on') hearers[order[1]] = order[2];
       if (order[0] === 'set') who[order[1]] = order[2][0];
       if (order[1] === 'message:send') said([who['user:nickname'], who['user:email'], order[2][1]].join('|')) } };`,
    'window.$crisp=[]',
  );

/** Its window is a frame of another site. */
export const askedLiveChat = (manners: Manners = {}): Imitation => {
  const source = 'https://secure.livechatinc.com/window';
  const script = `var hear = function () {};
     ${conversation(manners, "function (what) { hear({ type: 'message', author: { type: what === 'own' ? 'customer' : 'agent' }, greeting: what === 'bot' ? { id: 1 } : undefined }) }")}
     addEventListener('message', function (e) { if (typeof e.data === 'string') said(e.data) });
     window.LiveChatWidget = { _h: 1, get: function () { return { availability: 'online' } }, on: function (what, f) { if (what === 'new_event') hear = f },
       call: function (what) { if (what !== 'maximize') return;
         var frame = document.createElement('iframe'); frame.id = 'chat-widget'; frame.style.cssText = '${corner}'; frame.src = '${source}'; document.body.appendChild(frame); greet() } };`;
  const { embed, scripts } = embedded('https://cdn.livechatinc.com/tracking.js', script, 'window.__lc={license:1}');
  const inside = `<!doctype html>${window(manners, 'post')}<script>function post(text) { parent.postMessage(text, '*') }</script>`;
  return { embed, scripts: { ...scripts, [source]: inside } };
};

/** Asks who writes before it takes a message. */
export const whoFirst = '<input name="name" placeholder="Name"><input type="email" name="email">';
/** Also for what a visitor need not say to anybody. */
export const phoneToo = `${whoFirst}<input type="tel" name="phone">`;
