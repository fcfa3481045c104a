import { useState } from 'preact/hooks';
import { Dialog } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { useWords } from '../../wording/language.tsx';
import type { View } from './view.ts';
import { forgetView, readSavedViews, saveView } from './view-shelf.ts';
import { words } from './words.ts';

/** Views that the officer gave a name: one click away, and as easily given up. */
export function SavedViews({ view }: { readonly view: View }) {
  const w = useWords(words);
  const [views, setViews] = useState(() => readSavedViews(localStorage));
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  return (
    <div class="row">
      {views.length > 0 && (
        <nav class="row" aria-label={w.savedViews}>
          {views.map(each => (
            <span class="row tight" key={each.name}>
              <a class="ds-chip" href={each.address}>
                {each.name}
              </a>
              <button
                type="button"
                class="ds-button"
                data-variant="tertiary"
                data-size="sm"
                aria-label={w.forget(each.name)}
                onClick={() => setViews(forgetView(localStorage, each.name))}
              >
                ×
              </button>
            </span>
          ))}
        </nav>
      )}
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => setNaming(true)}
      >
        {w.saveView}
      </button>
      {naming && (
        <Dialog title={w.saveView} onClose={() => setNaming(false)}>
          <form
            class="stack"
            onSubmit={event => {
              event.preventDefault();
              setViews(saveView(localStorage, name.trim(), view));
              setNaming(false);
            }}
          >
            <TextField label={w.viewName} value={name} onValue={setName} required maxLength={60} />
            <button type="submit" class="ds-button">
              {w.save}
            </button>
          </form>
        </Dialog>
      )}
    </div>
  );
}
