// The confirmation was lost in a redesign: the message is sent, and nobody tells the visitor.
const form = document.querySelector('form[data-enhance]');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
  });
});
