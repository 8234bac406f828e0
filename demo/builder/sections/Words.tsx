import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Design, type Word, WORDS } from '../design.ts';
import { Section, Select, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';
import { LANGUAGES, learn, spoken } from '../languages.ts';

const looked = signal('en');
/** The language whose words are shown and changed. */
export const wordsFor = computed(() => design.value.language || looked.value);

const LABELS: Record<Word, string> = { title: 'Title', body: 'Text', reject: 'Refuse button', accept: 'Accept button', preferences: 'Preferences button', policy: 'Link to the policy' };

function say(it: Design, language: string, word: Word, text: string): Partial<Design> {
  const own = { ...it.words[language], [word]: text };
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value));
  const others = Object.entries(it.words).filter(([tag]) => tag !== language);
  return { words: Object.fromEntries([...others, ...(Object.keys(said).length ? [[language, said] as const] : [])]) };
}

export function WordsSection() {
  const { language, words } = design.value;
  const tag = wordsFor.value;
  useEffect(() => void learn(tag), [tag]);
  const standard = spoken.value[tag]?.texts.banner;
  const own = words[tag] ?? {};
  return (
    <Section title="Language and words" view="banner">
      <Select label="Language" value={language} onChange={(it) => edit({ language: it })} options={[['', 'That of the page, else the visitor’s'], ...LANGUAGES.map(({ tag: it, label }) => [it, label] as const)]} />
      <details open={Object.keys(words).length > 0}>
        <summary>Words of your own</summary>
        {!language && <Select label="For visitors who read" value={tag} onChange={(it) => (looked.value = it)} options={LANGUAGES.map(({ tag: it, label }) => [it, label] as const)} />}
        {WORDS.map((word) => (
          <Text key={word + tag} label={LABELS[word]} lang={tag} lines={word === 'body' ? 4 : undefined} value={own[word] ?? ''} placeholder={standard?.[word]} onInput={(it) => edit(say(design.value, tag, word, it), `words-${tag}-${word}`)} />
        ))}
        <p class="hint">An empty field keeps the words that are shown in it. Refusing and accepting stay equally easy whatever you write.</p>
      </details>
    </Section>
  );
}
