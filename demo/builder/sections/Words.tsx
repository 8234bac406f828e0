import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Design, type Word, WORDS } from '../design.ts';
import { Section, Select, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';
import { LANGUAGES, learn, spoken } from '../languages.ts';

const looked = signal('en');
/** The language whose words are shown and changed. */
export const wordsFor = computed(() => design.value.language || looked.value);

const LABELS: Record<Word, string> = {
  title: 'Title',
  body: 'Text',
  reject: 'Refuse button',
  accept: 'Accept button',
  preferences: 'Preferences button',
  policy: 'Link to the policy',
};

/** Puts `text` in the place of a word; `null`: ours again. */
function say(it: Design, language: string, word: Word, text: string | null): Partial<Design> {
  const { [word]: _, ...rest } = it.words[language] ?? {};
  const said = text === null ? rest : { ...rest, [word]: text };
  const { [language]: __, ...others } = it.words;
  return { words: Object.keys(said).length ? { ...others, [language]: said } : others };
}

export function WordsSection() {
  const { language, words } = design.value;
  const tag = wordsFor.value;
  useEffect(() => void learn(tag), [tag]);
  const standard = spoken.value[tag]?.texts.banner;
  const own = words[tag] ?? {};
  return (
    <Section title="Language and words" view="banner">
      <Select
        label="Language"
        value={language}
        onChange={(it) => edit({ language: it })}
        options={[
          ['', 'That of the page, else the visitor’s'],
          ...LANGUAGES.map(({ tag: it, label }) => [it, label] as const),
        ]}
      />
      <details open={Object.keys(words).length > 0}>
        <summary>Words of your own</summary>
        {!language && (
          <Select
            label="For visitors who read"
            value={tag}
            onChange={(it) => (looked.value = it)}
            options={LANGUAGES.map(({ tag: it, label }) => [it, label] as const)}
          />
        )}
        {WORDS.map((word) => {
          const step = `words-${tag}-${word}`;
          const given = own[word];
          return (
            <Text
              key={word + tag}
              label={LABELS[word]}
              lang={tag}
              lines={word === 'body' ? 4 : undefined}
              value={given ?? standard?.[word] ?? ''}
              placeholder={standard?.[word]}
              onInput={(it) => edit(say(design.value, tag, word, it), step)}
              // What was emptied, or is as it was, is ours again.
              onLeave={() =>
                given !== undefined &&
                (given === '' || given === standard?.[word]) &&
                edit(say(design.value, tag, word, null), step)
              }
            />
          );
        })}
        <p class="hint">
          An emptied field takes our words again. Refusing and accepting stay equally easy whatever you write.
        </p>
      </details>
    </Section>
  );
}
