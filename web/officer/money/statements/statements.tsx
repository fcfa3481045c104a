import { useState } from 'preact/hooks';
import type { LoadedStatement } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Field } from '../../../parts/field.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { useRoomTitle } from '../use-room-title.ts';
import { Loaded } from './loaded.tsx';
import { type ReadFile, readFile } from './read-file.ts';
import { words } from './words.ts';

/** A statement (sao kê, giấy báo Có) is chosen, read, and settles what it names. */
export function Statements() {
  const w = useWords(words);
  const { api } = useDesk();
  const [name, setName] = useState('');
  const [read, setRead] = useState<ReadFile>();
  const [loaded, setLoaded] = useState<LoadedStatement>();
  useRoomTitle(w.title);
  const text = read?.fault === undefined ? read?.text : undefined;
  const action = useAction(async key => {
    const body = { text: text ?? '', ...(name !== '' && { name }) };
    setLoaded(await api.get('loadStatement', { body, key }));
  });
  async function choose(file: File | undefined) {
    setLoaded(undefined);
    action.reset();
    setName(file?.name.slice(0, 200) ?? '');
    setRead(file && (await readFile(file)));
  }
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      <div class="panel stack">
        <Field label={w.file} hint={w.hint} fault={read?.fault && w[read.fault]}>
          {tied => (
            <input
              class="ds-input"
              type="file"
              accept=".csv,.txt,.sta,.940,.mt940,.xml,text/csv,text/plain,text/xml"
              onChange={event => void choose(event.currentTarget.files?.[0])}
              {...tied}
            />
          )}
        </Field>
        <div>
          <button
            type="button"
            class="ds-button"
            disabled={text === undefined || action.busy}
            onClick={() => void action.run()}
          >
            {action.busy ? w.busy : w.load}
          </button>
        </div>
        {action.error !== undefined && <Failure error={action.error} />}
      </div>
      {loaded && <Loaded loaded={loaded} />}
    </section>
  );
}
