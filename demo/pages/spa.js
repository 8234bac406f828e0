// What routers do, by hand. Outside of <body>'s markup, so that a swap does not lose the buttons' listener.
(function () {
  var visits = 0;

  function nextBody() {
    visits += 1;
    var body = document.createElement('body');
    var main = document.createElement('main');
    var old = document.querySelector('main');
    main.append.apply(
      main,
      [].slice.call(old.childNodes).map(function (node) {
        return node.cloneNode(true);
      }),
    );
    main.querySelectorAll('script').forEach(function (script) {
      script.remove();
    });
    var tag = document.createElement('script');
    tag.type = 'text/plain';
    tag.setAttribute('data-consent', 'analytics');
    tag.textContent = "__ran.push('page " + (visits + 1) + "');";
    main.append(tag);
    body.append(main);
    return body;
  }

  function nextHead() {
    var head = document.createElement('head');
    document.querySelectorAll('head > :not(script)').forEach(function (node) {
      head.append(node.cloneNode(true));
    });
    return head;
  }

  var actions = {
    push: function () {
      visits += 1;
      history.pushState(
        {},
        '',
        '?visit=' + visits + (location.search.match(/[?&]run=[^&]+/) || [''])[0].replace('?', '&'),
      );
      var tag = '<script type="text/plain" data-consent="analytics">__ran.push("visit ' + visits + '");</script>';
      document.querySelector('main').insertAdjacentHTML('beforeend', tag);
    },
    'swap-body': function () {
      document.body = nextBody();
    },
    'swap-head': function () {
      document.head.replaceWith(nextHead());
    },
    remove: function () {
      document.querySelectorAll('commsor-ui').forEach(function (element) {
        element.remove();
      });
    },
    both: function () {
      document.head.replaceWith(nextHead());
      document.body.replaceWith(nextBody());
    },
  };
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-do]');
    if (button) actions[button.getAttribute('data-do')]();
  });
})();
