import { expect, test } from 'vitest';
import { starterOf } from '../../../src/audit/starters.ts';
import { whatRuns } from '../../../src/audit/what-runs.ts';

const ALL = ['hubspot', 'hubspot-forms', 'intercom', 'google-optimize', 'kameleoon', 'mailchimp', 'google-analytics'];

test.each([
  "button.addEventListener('click', () => Intercom('show'))",
  "$('form').on('submit', function () { gtag('event', 'generate_lead'); })",
  "$('form').on('submit.mine change', function () { gtag('event', 'generate_lead'); })",
  "$('form').submit(function () { gtag('event', 'generate_lead'); })",
  "button.onclick = function () { if (open) { Intercom('show'); } }",
])('what listens to visitors starts nothing: %s', (code) => {
  expect(starterOf(`${code}; document.body.className += ' loaded';`, ALL)).toBeUndefined();
});

test.each([
  ["document.addEventListener('DOMContentLoaded', () => Intercom('boot'))", 'intercom'],
  ["$(function () { hbspt.forms.create({ formId: '1' }) })", 'hubspot-forms'],
  ["window.onload = function () { Intercom('boot') }", 'intercom'],
  ["window.addEventListener('load', start); function start() { Intercom('boot') }", 'intercom'],
  ["button.addEventListener('click', close); Intercom('boot')", 'intercom'],
  ["window.dojoRequire(['mojo/signup-forms/Loader'], function (L) {})", 'mailchimp'],
  ['(function ($) {})(jQuery); var $mcj = jQuery.noConflict(true);', 'mailchimp'],
])('what comes by itself starts something: %s', (code, id) => {
  expect(starterOf(code, ALL)).toBe(id);
});

test('a script that makes the queue into which it pushes asks for nothing', () => {
  expect(starterOf('var _hsq = window._hsq = window._hsq || []; _hsq.push([]);', ALL)).toBeUndefined();
  expect(starterOf('(window._hsq = window._hsq || []).push([]);', ALL)).toBeUndefined();
  expect(starterOf("_hsq.push(['setPath', '/']);", ALL)).toBe('hubspot');
  expect(starterOf('const mine = window._hsq || []; _hsq.push([]);', ALL)).toBe('hubspot');
});

test('an anti-flicker snippet waits with its tool, and only with one that hides pages', () => {
  const hides = "s.className += ' async-hide'; setTimeout(show, 4000);";
  expect(starterOf(hides, ALL)).toBe('google-optimize');
  expect(starterOf('style.textContent = "* { visibility: hidden !important }";', ['kameleoon'])).toBe('kameleoon');
  expect(starterOf('box.style.cssText = "opacity: 0";', ['hotjar', 'intercom'])).toBeUndefined();
  expect(starterOf('box.style.cssText = "opacity: 0.5";', ['kameleoon'])).toBeUndefined();
});

test('what is no classic script stays as it is', () => {
  expect(whatRuns('import a from "b"; {{ template }}')).toBe('import a from "b"; {{ template }}');
});
