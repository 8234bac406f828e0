// Every behaviour page: tags push their names to `window.__ran`; the page lists them, in the order in which they ran.
// Errors and violations of a content security policy are kept beside it, for tests: `__errors`, `__violations`.
(function () {
  var create = document.createElement.bind(document); // kept: a page may clobber these names on purpose
  var find = document.querySelector.bind(document);
  var ran = [];
  var list = create('ol');
  var none = create('p');
  none.textContent = 'Nothing yet.';

  Object.defineProperty(ran, 'push', { value: push });
  function push() {
    for (var i = 0; i < arguments.length; i++) {
      Array.prototype.push.call(ran, arguments[i]);
      if (ran.length > 200) continue;
      var item = create('li');
      item.textContent = arguments[i];
      list.append(item);
    }
    none.hidden = true;
    return ran.length;
  }
  window.__ran = ran;
  window.__errors = [];
  window.__violations = [];
  addEventListener('error', function (event) {
    if (event.message) window.__errors.push(event.message);
  });
  document.addEventListener('securitypolicyviolation', function (event) {
    window.__violations.push(event.violatedDirective + ' ' + event.blockedURI);
  });

  addEventListener('DOMContentLoaded', function () {
    var box = create('section');
    box.className = 'ran';
    var title = create('h2');
    title.textContent = 'What ran';
    box.append(title, none, list);
    find('main').append(box);
  });
})();
