import { render } from 'preact';
import { App } from './App.tsx';
import { loadChecker } from './problems.ts';

const home = document.querySelector('#builder');
if (home) {
  home.replaceChildren();
  render(<App />, home);
}
void loadChecker();
