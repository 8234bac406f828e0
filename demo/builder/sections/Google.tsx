import { Check, Messages, Section } from '../fields.tsx';
import { design, edit } from '../history.ts';

export function Google() {
  return (
    <Section title="Google Consent Mode">
      <Check
        label="Tell Google’s tags what visitors chose"
        hint="Version 2, denied until they allow it. For sites with Google Analytics, Ads or Tag Manager."
        checked={design.value.google}
        onChange={(google) => edit({ google })}
      />
      <Messages field="google" />
    </Section>
  );
}
