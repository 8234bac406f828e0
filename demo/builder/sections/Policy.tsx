import { Section, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';

export function Policy() {
  const { policy, version, changes } = design.value;
  return (
    <Section title="Privacy policy" lead="The banner links to it. It is the only thing you have to give.">
      <Text
        label="Address of your policy"
        field="policy.url"
        type="url"
        required
        value={policy}
        onInput={(it) => edit({ policy: it }, 'policy')}
      />
      <Text
        label="Version"
        field="policy.version"
        value={version}
        placeholder="2026-11"
        hint="When you change it, visitors are told."
        onInput={(it) => edit({ version: it }, 'version')}
      />
      {version.trim() && (
        <Text
          label="What has changed, in one sentence"
          field="policy.changes"
          value={changes}
          placeholder="We now use a map."
          onInput={(it) => edit({ changes: it }, 'changes')}
        />
      )}
    </Section>
  );
}
