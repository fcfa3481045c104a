import { useState } from 'preact/hooks';
import type { ArchiveDue } from '../../api/generated.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { Failure } from '../../parts/failure.tsx';
import { TextField } from '../../parts/field.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAction } from '../../parts/use-action.ts';
import { usePages } from '../../parts/use-pages.ts';
import { dayInVietNam } from '../../wording/day-in-viet-nam.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { Hold } from './hold.tsx';
import { words } from './words.ts';

interface Props {
  readonly unit: string;
  readonly turn: number;
  readonly onChanged: () => void;
}

/** Ended dossiers of a year that are not in the archive yet; those chosen are packed together. */
export function DueList({ unit, turn, onChanged }: Props) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const [year, setYear] = useState(dayInVietNam(new Date()).slice(0, 4));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState('');
  const pages = usePages(`${turn} ${year}`, (cursor, signal) =>
    api.get('listArchiveDue', {
      params: { code: unit },
      query: { limit: 50, year: Number(year), ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  const pack = useAction(async key => {
    const body = { dossiers: [...chosen], ...(note.trim() !== '' && { note }) };
    await api.get('packArchiveBatch', { params: { code: unit }, body, key });
    setChosen(new Set());
    setNote('');
    onChanged();
  });
  const packs = is('reception', 'handler', 'leader');
  const choose = (code: string, wanted: boolean) =>
    setChosen(before => new Set(wanted ? [...before, code] : [...before].filter(other => other !== code)));
  return (
    <section class="stack">
      <h2>{w.due}</h2>
      <TextField label={w.year} type="number" value={year} onValue={setYear} />
      {pages.items?.length === 0 && !pages.hasMore && <p class="panel">{w.noneDue}</p>}
      <ul class="list exports">
        {pages.items?.map(item => (
          <li key={item.code} class="panel stack">
            <div class="row apart">
              {packs ? (
                <CheckField checked={chosen.has(item.code)} onChecked={wanted => choose(item.code, wanted)}>
                  <strong>{item.code}</strong> {item.procedureName}
                </CheckField>
              ) : (
                <span>
                  <strong>{item.code}</strong> {item.procedureName}
                </span>
              )}
              {item.overdue && <Mark level="late">{w.overdue}</Mark>}
            </div>
            <DueFacts item={item} />
            <Hold code={item.code} held={item.held} onChanged={onChanged} />
          </li>
        ))}
      </ul>
      <ListEnd pages={pages} />
      {packs && chosen.size > 0 && (
        <div class="panel stack">
          <TextField label={w.note} value={note} onValue={setNote} fault={pack.faultOf('/note')} />
          {pack.error !== undefined && <Failure error={pack.error} />}
          <div class="row">
            <button type="button" class="ds-button" onClick={pack.run} aria-busy={pack.busy}>
              {w.pack(chosen.size)}
            </button>
          </div>
        </div>
      )}
      {packs && chosen.size === 0 && (pages.items?.length ?? 0) > 0 && <p class="note">{w.choose}</p>}
    </section>
  );
}

function DueFacts({ item }: { readonly item: ArchiveDue }) {
  const w = useWords(words);
  const { day } = useFormats();
  const { name, until } = item.retention;
  return (
    <p class="note">
      {w.ended(day(item.endedOn))} · {w.lastDay(day(item.lastDay))} ·{' '}
      {until === null ? w.forEver(name) : w.kept(name, day(until))}
    </p>
  );
}
