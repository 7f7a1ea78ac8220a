// The demo's own chat. It answers the call by which tawk.to's chat says who is there, and sends nothing to anybody.
(() => {
  const people = document.currentScript.dataset.people;
  window.Tawk_API = { getStatus: () => people };

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chat tawk-button';
  button.setAttribute('aria-expanded', 'false');
  button.textContent = 'Chat';

  const pane = document.createElement('section');
  pane.className = 'chat-window';
  pane.setAttribute('aria-label', 'Chat');
  pane.hidden = true;
  const words = document.createElement('label');
  words.textContent = people === 'online' ? 'How can we help?' : 'Nobody is here now. Leave us a message:';
  words.append(document.createElement('textarea'));
  pane.append(words);

  button.addEventListener('click', () => {
    pane.hidden = !pane.hidden;
    button.setAttribute('aria-expanded', String(!pane.hidden));
  });
  document.querySelector('[data-chat]').append(pane, button);
})();
