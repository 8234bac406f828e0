// A small container in the manner of Google Tag Manager: it works off `dataLayer`, knows Google's consent state, and
// sends one page view. `gcs=G1<ad_storage><analytics_storage>` is the parameter that Google's tags send.
(function () {
  var script = document.currentScript;
  var base = script.src.replace(/gtm\.js.*$/, '');
  var layer = (window.dataLayer = window.dataLayer || []);
  var consent = {};
  var defaults = 0;

  function read(entry) {
    if (entry && entry[0] === 'consent') {
      if (entry[1] === 'default') defaults += 1;
      for (var key in entry[2]) if (entry[2][key] === 'granted' || entry[2][key] === 'denied') consent[key] = entry[2][key];
    } else if (entry && entry[0] === 'event') send(entry[1]);
  }

  function state(type) {
    return consent[type] === 'denied' ? '0' : '1'; // as Google: what was never said counts as granted
  }

  function send(name) {
    var query = {
      v: '2', tid: script.src.replace(/^.*[?&]id=([^&]*).*$/, '$1'), en: name, gcs: 'G1' + state('ad_storage') + state('analytics_storage'),
      defaults: String(defaults), cid: clientId(), dl: location.pathname, dt: document.title,
    };
    var pairs = Object.keys(query).map(function (key) { return key + '=' + encodeURIComponent(query[key]); });
    navigator.sendBeacon(base + 'collect?' + pairs.join('&'));
  }

  function clientId() {
    if (state('analytics_storage') === '0') return 'none';
    var known = /(?:^|; )_tm_id=([^;]*)/.exec(document.cookie);
    var id = known ? known[1] : Math.random().toString(36).slice(2);
    document.cookie = '_tm_id=' + id + '; path=/; max-age=31536000; samesite=lax';
    return id;
  }

  for (var i = 0; i < layer.length; i++) read(layer[i]);
  var push = layer.push;
  layer.push = function () {
    var result = push.apply(layer, arguments);
    for (var i = 0; i < arguments.length; i++) read(arguments[i]);
    return result;
  };
  send('page_view');
})();
