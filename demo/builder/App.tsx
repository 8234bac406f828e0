import { CopyButton, News } from './CopyButton.tsx';
import { PLAIN } from './design.ts';
import { Mark, Segments } from './fields.tsx';
import { copiedTag, Finish, goTo } from './Finish.tsx';
import { edit, follow } from './history.ts';
import { pane } from './looking.ts';
import { Open } from './Open.tsx';
import { Preview } from './Preview.tsx';
import { problems } from './problems.ts';
import { Google } from './sections/Google.tsx';
import { Law } from './sections/Law.tsx';
import { Look } from './sections/Look.tsx';
import { Policy } from './sections/Policy.tsx';
import { Purposes } from './sections/Purposes.tsx';
import { Services } from './sections/Services.tsx';
import { WayBack } from './sections/WayBack.tsx';
import { WordsSection } from './sections/Words.tsx';

export function App() {
  return (
    <div class="builder" data-pane={pane.value}>
      <header class="top">
        <a class="mark" href="/">
          <svg viewBox="0 0 20 20" width="24" height="24" aria-hidden="true">
            <path d="M10 2l6.5 2.4v4.7c0 4.2-2.7 7.2-6.5 8.9-3.8-1.7-6.5-4.7-6.5-8.9V4.4zM7 9.8l2.2 2.2L13.2 8" />
          </svg>
          Commsor Consent
        </a>
        <p class="state" role="status">
          <State />
        </p>
        <div class="acts">
          <button type="button" class="plain wide" onClick={() => edit(PLAIN)}>
            Start over
          </button>
          <CopyButton class="plain" done="Link copied" text={() => (follow(), location.href)}>
            Copy a link
          </CopyButton>
          <CopyButton class="button" text={copiedTag}>
            Copy the tag
          </CopyButton>
        </div>
      </header>
      <main class="choices">
        <h1>Make it yours</h1>
        <p class="lead">
          Choose, look, copy. Everything has a good default, so you are done whenever you like. Back undoes, and a link
          to this page keeps it.
        </p>
        <Open />
        <form onSubmit={(event) => event.preventDefault()}>
          <Policy />
          <Look />
          <Purposes />
          <Services />
          <Law />
          <WordsSection />
          <Google />
          <WayBack />
          <Finish />
        </form>
      </main>
      <Preview />
      <nav class="panes" aria-label="What is shown">
        <Segments
          legend="What is shown"
          value={pane.value}
          onChange={(it) => (pane.value = it)}
          options={[
            ['choices', 'Choices'],
            ['preview', 'Preview'],
          ]}
        />
        <CopyButton class="button" text={copiedTag}>
          Copy the tag
        </CopyButton>
      </nav>
      <News />
    </div>
  );
}

function State() {
  const found = problems.value;
  const errors = found.filter(({ level }) => level === 'error').length;
  const [first] = found;
  if (!first) return null;
  const many = (count: number, one: string, more: string) => (count ? `${count} ${count === 1 ? one : more}` : '');
  const words = [
    many(errors, 'thing to mend', 'things to mend'),
    many(found.length - errors, 'thing to mind', 'things to mind'),
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <button
      type="button"
      class="plain"
      onClick={() => ((pane.value = 'choices'), requestAnimationFrame(() => goTo(first.field)))}
    >
      <Mark level={errors ? 'error' : 'warning'} /> {words}
    </button>
  );
}
