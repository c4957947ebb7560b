'use strict';
// What pages do without being asked: recompute a banner after a change, go on with an import, put the focus where something
// is said. Every page works without this file, by its buttons.
(function () {
  // One request at a time, and after it what was changed last: answers that overtake each other would leave an old one on the
  // page, and on a thin line nobody needs the ones between.
  var asked = null;
  var next = null;

  function request(button, render) {
    if (asked) {
      next = [button, render];
      return;
    }
    asked = button;
    faces.ajax.request(button, null, {
      execute: '@form',
      render: render + ' said',
      'jakarta.faces.behavior.event': 'action'
    });
  }

  function recompute(form) {
    var button = form.querySelector('[data-recompute]');
    var ids = [button.getAttribute('data-recompute')];
    form.querySelectorAll('[data-error]').forEach(function (error) { ids.push(error.id); });
    request(button, ids.join(' '));
  }

  function goOn() {
    var button = document.querySelector('[data-poll]');
    if (button && !document.querySelector('#said .alert')) {
      request(button, button.getAttribute('data-poll'));
    }
  }

  function markInvalid() {
    document.querySelectorAll('[data-error]').forEach(function (error) {
      var input = document.querySelector('[aria-describedby~="' + error.id + '"]');
      if (input) {
        input.setAttribute('aria-invalid', error.textContent.trim() !== '');
      }
    });
  }

  function touched(input) {
    if (input.options) {
      var options = Array.from(input.options);
      return options.some(function (o) { return o.defaultSelected; })
        && options.some(function (o) { return o.selected !== o.defaultSelected; });
    }
    return input.value !== input.defaultValue || input.checked !== input.defaultChecked;
  }

  document.addEventListener('change', function (event) {
    if (event.target.matches('[data-banner]')) {
      recompute(event.target.form);
    }
  });
  faces.ajax.addOnEvent(function (event) {
    if (event.status === 'complete') {
      var waiting = next;
      asked = next = null;
      if (waiting) {
        // the answer that just came is put on the page first, with the state the next request must carry
        setTimeout(request, 0, waiting[0], waiting[1]);
      }
    }
    if (event.status === 'success') {
      document.getElementById('lost').hidden = true;
      markInvalid();
      goOn();
    }
  });
  faces.ajax.addOnError(function () {
    document.getElementById('lost').hidden = false;
  });
  var said = document.querySelector('[data-focus="true"]');
  if (said) {
    said.focus();
  }
  goOn();
  // on a thin line somebody types before this file has come
  document.querySelectorAll('[data-recompute]').forEach(function (button) {
    if (Array.from(button.form.querySelectorAll('[data-banner]')).some(touched)) {
      recompute(button.form);
    }
  });
}());
