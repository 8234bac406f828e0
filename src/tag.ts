import { startOnPage } from './start-on-page.ts';

// The `<script>` entry. Parts by absolute URL: a classic script from another origin cannot import relative ones.
startOnPage((address) => {
  // Firefox remembers for good that a module did not load: to try again takes another address.
  let again = '';
  return (name) =>
    import(new URL(name + '.js' + again, address).href).catch((error) => {
      again += '?';
      throw error;
    });
});
