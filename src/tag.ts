import { startOnPage } from './start-on-page.ts';

// The `<script>` entry. Parts by absolute URL: a classic script from another origin cannot import relative ones.
startOnPage((address) => (name) => import(new URL(name + '.js', address).href));
