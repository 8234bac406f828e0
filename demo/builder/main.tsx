import { render } from 'preact';
import { App } from './App.tsx';
import { openExample } from './Open.tsx';
import { loadChecker } from './problems.ts';

const home = document.querySelector('#builder');
if (home) {
  home.replaceChildren();
  render(<App />, home);
}
void loadChecker();
// The example report leads here; the address is the design's from then on.
if (new URLSearchParams(location.search).has('example')) {
  history.replaceState(null, '', location.pathname + location.hash);
  void openExample();
}
