const form = document.querySelector('form[data-enhance]');
const status = document.getElementById('form-status');
const button = form.querySelector('button');

function show(sentence, isError) {
  status.textContent = sentence;
  status.className = isError ? 'notice notice-error' : 'notice notice-success';
  status.hidden = false;
  status.focus();
}

async function errorFrom(response) {
  const answer = await response.json().catch(() => null);
  return answer?.error ?? form.dataset.failure;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(form);
  button.disabled = true;
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    if (!response.ok) return show(await errorFrom(response), true);
    form.reset();
    form.hidden = true;
    show(`Thank you, ${fields.get('name').trim()}. We answer within a working day.`, false);
  } catch {
    show(form.dataset.failure, true);
  } finally {
    button.disabled = false;
  }
});
