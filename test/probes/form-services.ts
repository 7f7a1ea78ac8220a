import type { ForeignForm } from './foreign-forms.ts';

const thanks = 'Thank you! We have received your message.';
const framed = (height = 600): string =>
  `<h1>Contact</h1><p>Fill in the form below.</p><div id="here"></div><script>here.innerHTML = '<iframe title="Form" width="600" height="${height}" src="http://localhost:' + location.port + '/frame"></iframe>'</script>`;

/** The shapes of forms that builders and services of forms put into pages. All of them work. */
export const formServices: readonly ForeignForm[] = [
  {
    name: 'HubSpot: drawn by script, with labels of its own, sent as JSON',
    source: null,
    body: `<h2>Talk to us</h2><div id="hs"></div><script>setTimeout(() => {
      hs.innerHTML = '<form novalidate class="hs-form" data-form-id="a1b2"><div class="hs-form-field"><label id="label-email"><span>Email</span><span class="hs-form-required">*</span></label><div class="input"><input class="hs-input" type="email" name="email" inputmode="email" required></div></div>' +
        '<div class="hs-form-field"><label><span>First name</span></label><div class="input"><input class="hs-input" name="firstname" type="text"></div></div><div class="hs-form-field"><label><span>Message</span></label><div class="input"><textarea class="hs-input" name="message"></textarea></div></div>' +
        '<div class="hs-submit"><div class="actions"><input type="submit" class="hs-button primary large" value="Submit"></div></div></form>';
      const f = hs.querySelector('form');
      f.onsubmit = async (e) => { e.preventDefault(); const fields = [...new FormData(f)].map(([name, value]) => ({ name, value }));
        await fetch('/submissions/v3/integration/submit', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ fields, context: { pageUri: location.href } }) });
        hs.innerHTML = '<div class="submitted-message"><p>${thanks}</p></div>' } }, 300)</script>`,
    works: true,
  },
  {
    name: 'HubSpot: in a frame of its own host',
    source: null,
    body: framed(),
    pages: {
      '/frame': `<form class="hs-form" id="f"><label>Your name<input name="firstname"></label><label>Email *<input type="email" name="email" required></label><label>How can we help?<textarea name="message"></textarea></label><input type="submit" value="Submit"></form>
        <script>f.onsubmit = async (e) => { e.preventDefault(); await fetch('/submit', { method: 'POST', body: new FormData(f) }); document.body.textContent = '${thanks}' }</script>`,
    },
    works: true,
  },
  {
    name: 'Typeform: one question at a time, in a frame',
    source: null,
    body: framed(),
    pages: {
      '/frame': `<main><form id="f"><fieldset><h2>What is your name? *</h2><input aria-label="Your name" name="name"><button type="button">OK</button></fieldset>
        <fieldset hidden><h2>What is your email? *</h2><input aria-label="Your email" name="email" type="email"><button type="button">OK</button></fieldset>
        <fieldset hidden><h2>What would you like to tell us?</h2><textarea aria-label="Your message" name="message"></textarea><button type="button">Submit</button></fieldset></form></main>
        <script>const steps = [...f.querySelectorAll('fieldset')]; steps.forEach((step, i) => { step.querySelector('button').onclick = async () => {
          if (i < 2) { step.hidden = true; steps[i + 1].hidden = false; return }
          await fetch('/forms/responses', { method: 'POST', body: JSON.stringify({ answers: Object.fromEntries(new FormData(f)) }) }); document.body.textContent = '${thanks}' } })</script>`,
    },
    works: true,
  },
  {
    name: 'Jotform: in a frame, sent natively, with a trap',
    source: null,
    body: framed(900),
    pages: {
      '/frame': `<form class="jotform-form" action="/submit/123" method="post" name="form_123" accept-charset="utf-8"><input type="hidden" name="formID" value="123"><ul class="form-section" style="list-style:none">
        <li class="form-line" data-type="control_fullname"><label class="form-label">Full Name</label><div><span><input name="q3_fullName[first]" autocomplete="given-name"><label>First Name</label></span><span><input name="q3_fullName[last]" autocomplete="family-name"><label>Last Name</label></span></div></li>
        <li class="form-line jf-required"><label class="form-label" for="e">E-mail<span class="form-required">*</span></label><input id="e" name="q4_email" type="email" required></li>
        <li class="form-line"><label class="form-label" for="m">Message</label><textarea id="m" name="q5_message"></textarea></li>
        <li class="form-line" style="display:none">Should be Empty: <input name="website" value=""></li>
        <li class="form-line"><button type="submit" class="form-submit-button">Submit</button></li></ul></form>`,
    },
    works: true,
  },
  {
    name: 'Tilda: in Russian, checked and sent by script',
    source: null,
    body: `<div class="t-title">Оставьте заявку</div><form id="f" class="t-form js-form-proccess" method="post" role="form" action="/procces/"><input type="hidden" name="formservices[]" value="abc">
      <div class="t-input-group"><input type="text" name="Name" class="t-input js-tilda-rule" placeholder="Имя" data-tilda-req="1"></div><div class="t-input-group"><input type="tel" name="Phone" class="t-input" placeholder="+7 (000) 000-00-00" data-tilda-req="1"></div>
      <div class="t-input-group"><textarea name="Textarea" class="t-input" placeholder="Сообщение"></textarea></div><div class="t-form__submit"><button type="submit" class="t-submit">Отправить</button></div>
      <div style="position:absolute;left:-5000px;bottom:0;display:none"><input name="form-spec-comments" value="Its good" tabindex="-1"></div></form><div class="js-successbox" style="display:none">Спасибо! Данные успешно отправлены.</div>
      <script>f.onsubmit = (e) => { e.preventDefault(); if (!f.Name.value || f.Phone.value.replace(/\\D/g, '').length < 11) return;
        const x = new XMLHttpRequest(); x.open('POST', '/procces/'); x.onload = () => { f.style.display = 'none'; document.querySelector('.js-successbox').style.display = 'block' }; x.send(new FormData(f)) }</script>`,
    works: true,
  },
  {
    name: 'Bitrix24: drawn by script, with labels over the fields and a consent',
    source: null,
    body: `<div id="b24"></div><script>setTimeout(() => { b24.innerHTML = '<div class="b24-form"><form method="post" novalidate class="b24-form-content"><div class="b24-form-header-title">Свяжитесь с нами</div>' +
      '<div class="b24-form-control-string" style="position:relative"><label><input type="string" name="name" autocomplete="given-name" class="b24-form-control"><div style="position:absolute;top:4px;left:4px;pointer-events:none">Имя</div></label></div>' +
      '<div style="position:relative"><label><input type="tel" name="phone" autocomplete="tel" class="b24-form-control"><div style="position:absolute;top:4px;left:4px;pointer-events:none">Телефон *</div></label></div>' +
      '<label><input type="checkbox" name="consent"> <span>Я согласен на обработку персональных данных</span></label><div class="b24-form-btn-container"><button type="submit" class="b24-form-btn">Отправить заявку</button></div></form></div>';
      const f = b24.querySelector('form'); f.onsubmit = async (e) => { e.preventDefault(); if (!f.phone.value || !f.consent.checked) return;
        await fetch('/bitrix/services/main/ajax.php?action=crm.site.form.fill', { method: 'POST', body: new FormData(f) }); b24.innerHTML = '<div class="b24-form-state">Спасибо, заявка принята</div>' } }, 400)</script>`,
    works: true,
  },
  {
    name: 'Wix: fields with ids of its own and a button that is no submit button',
    source: null,
    body: `<form id="f" aria-label="Contact form"><h2>Get in touch</h2><div data-testid="mesh"><div><label for="input_comp-1">First name</label><input id="input_comp-1" name="first-name" type="text"></div><div><label for="input_comp-2">Email *</label><input id="input_comp-2" name="email" type="email" required aria-required="true"></div>
      <div><label for="textarea_comp-3">Write a message</label><textarea id="textarea_comp-3"></textarea></div><div><button type="button" aria-disabled="false" data-testid="buttonElement" id="go"><span>Submit</span></button></div></div><p id="out" aria-live="polite"></p></form>
      <script>const by = (id) => document.getElementById(id).value; go.onclick = async () => { if (!by('input_comp-2')) return;
        await fetch('/_api/wix-forms/v1/submit-form', { method: 'POST', body: JSON.stringify({ formProperties: {}, fields: [{ fieldId: 'a', firstName: { value: by('input_comp-1') } }, { fieldId: 'b', email: { value: by('input_comp-2') } }, { fieldId: 'c', additional: { value: by('textarea_comp-3') } }] }) }); out.textContent = 'Thanks for submitting!' }</script>`,
    works: true,
  },
  {
    name: 'Squarespace: a name of two fields, a list, and JSON',
    source: null,
    body: `<div class="form-wrapper"><form class="react-form-contents" novalidate id="f"><fieldset><legend>Name <span>(required)</span></legend><label>First Name <input name="fname" required aria-required="true"></label><label>Last Name <input name="lname" required></label></fieldset>
      <label>Email <span>(required)</span> <input type="email" name="email" required></label><fieldset><legend>Sign up for news</legend><label><input type="checkbox" name="news"> Sign up for news and updates</label></fieldset>
      <label>Message <span>(required)</span> <textarea name="message" required></textarea></label><button type="submit" class="form-submit-button sqs-button-element--primary"><span>Send</span></button></form></div>
      <script>f.onsubmit = async (e) => { e.preventDefault(); if (!f.checkValidity()) return; await fetch('/api/form/SaveFormSubmission', { method: 'POST', body: JSON.stringify({ form: JSON.stringify(Object.fromEntries(new FormData(f))) }) }); f.outerHTML = '<p>Thank you!</p>' }</script>`,
    works: true,
  },
  {
    name: 'Webflow: method get in the markup, sent by script, its thanks hidden until then',
    source: null,
    body: `<div class="w-form"><form id="f" name="email-form" method="get" data-wf-page-id="1"><label for="name">Name</label><input class="w-input" maxlength="256" name="name" data-name="Name" id="name"><label for="email">Email Address</label><input class="w-input" name="email" type="email" id="email" required>
      <label for="field">Message</label><textarea id="field" name="field" class="w-input"></textarea><input type="submit" data-wait="Please wait..." class="w-button" value="Submit"></form>
      <div class="w-form-done" style="display:none"><div>Thank you! Your submission has been received!</div></div><div class="w-form-fail" style="display:none"><div>Oops! Something went wrong while submitting the form.</div></div></div>
      <script>f.onsubmit = (e) => { e.preventDefault(); f.querySelector('[type=submit]').value = 'Please wait...'; const x = new XMLHttpRequest(); x.open('POST', '/api/v1/form/abc'); x.onload = () => { f.style.display = 'none'; document.querySelector('.w-form-done').style.display = 'block' };
        x.setRequestHeader('content-type', 'application/x-www-form-urlencoded'); x.send(new URLSearchParams({ name: 'Email Form', 'fields[Name]': f.name.value, 'fields[Email]': f.email.value, 'fields[Field]': f.field.value })) }</script>`.replace(
      'f.name.value',
      "f.elements['name'].value",
    ),
    works: true,
  },
  {
    name: 'Gravity Forms: sent into a frame that nobody sees, with a trap',
    source: 'GravityKit/GravityView#1344',
    body: `<div class="gform_wrapper"><form method="post" enctype="multipart/form-data" target="gform_ajax_frame_1" id="gform_1" action="/contact/"><div class="gform_fields"><div class="gfield"><label for="i1">Name<span class="gfield_required">*</span></label><input name="input_1" id="i1" type="text" aria-required="true"></div>
      <div class="gfield"><label for="i2">Email<span class="gfield_required">*</span></label><input name="input_2" id="i2" type="email" aria-required="true"></div><div class="gfield"><label for="i3">Message</label><textarea name="input_3" id="i3"></textarea></div>
      <div class="gfield gform_validation_container" style="position:absolute;left:-9000px"><label for="i4">Comments</label><input name="input_4" id="i4" autocomplete="new-password"><div>This field is for validation purposes and should be left unchanged.</div></div></div>
      <div class="gform_footer"><input type="submit" class="gform_button button" value="Send"><input type="hidden" name="gform_submit" value="1"></div></form></div><iframe style="display:none;width:0;height:0" src="about:blank" name="gform_ajax_frame_1"></iframe>
      <script>let sent = false; gform_1.onsubmit = () => { sent = true }; document.querySelector('iframe').onload = () => { if (sent) document.querySelector('.gform_wrapper').innerHTML = '<div class="gform_confirmation_message">Thanks for contacting us!</div>' }</script>`,
    works: true,
  },
  {
    name: 'Contact Form 7: sent to the REST address of its plugin',
    source: null,
    body: `<div class="wpcf7"><form id="f" action="/contact/#wpcf7-f1-o1" method="post" class="wpcf7-form init" novalidate data-status="init"><input type="hidden" name="_wpcf7" value="1"><p><label>Your name<br><span class="wpcf7-form-control-wrap" data-name="your-name"><input size="40" class="wpcf7-form-control wpcf7-validates-as-required" aria-required="true" name="your-name"></span></label></p>
      <p><label>Your email<br><span><input type="email" class="wpcf7-form-control wpcf7-validates-as-required" aria-required="true" name="your-email"></span></label></p><p><label>Your message (optional)<br><span><textarea name="your-message"></textarea></span></label></p>
      <p><span class="wpcf7-form-control-wrap" data-name="accept"><label><input type="checkbox" name="accept" value="1"> I agree to the terms</label></span></p><p><input class="wpcf7-submit" type="submit" value="Submit" disabled><span class="wpcf7-spinner"></span></p><div class="wpcf7-response-output" aria-hidden="true"></div></form></div>
      <script>f.elements.accept.onchange = () => { f.querySelector('.wpcf7-submit').disabled = !f.elements.accept.checked };
        f.onsubmit = async (e) => { e.preventDefault(); await fetch('/wp-json/contact-form-7/v1/contact-forms/1/feedback', { method: 'POST', body: new FormData(f) }); const out = document.querySelector('.wpcf7-response-output'); out.ariaHidden = null; out.textContent = 'Thank you for your message. It has been sent.' }</script>`,
    works: true,
  },
  {
    name: 'Elementor: sent to the address of all of a site’s scripts, by an action',
    source: null,
    body: `<form class="elementor-form" method="post" name="New Form" id="f"><input type="hidden" name="form_id" value="1a"><div class="elementor-field-group"><label for="form-field-name" class="elementor-screen-only" style="position:absolute;clip:rect(0,0,0,0)">Name</label><input name="form_fields[name]" id="form-field-name" placeholder="Name"></div>
      <div class="elementor-field-group"><input type="email" name="form_fields[email]" placeholder="Email" required></div><div class="elementor-field-group"><textarea name="form_fields[message]" placeholder="Message"></textarea></div><button type="submit" class="elementor-button"><span>Send</span></button></form>
      <script>f.onsubmit = async (e) => { e.preventDefault(); const d = new FormData(f); d.append('action', 'elementor_pro_forms_send_form'); await fetch('/wp-admin/admin-ajax.php', { method: 'POST', body: d }); f.insertAdjacentHTML('beforeend', '<div role="alert">Your submission was successful.</div>') }</script>`,
    works: true,
  },
];
