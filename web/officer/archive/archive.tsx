import { useState } from 'preact/hooks';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { Batches } from './batches.tsx';
import { DueList } from './due-list.tsx';
import { words } from './words.ts';

/** Ended dossiers on their way to the archive of the officer's unit (nộp lưu hồ sơ). */
export function Archive() {
  const w = useWords(words);
  const { me } = useDesk();
  const [turn, setTurn] = useState(0);
  const changed = () => setTurn(before => before + 1);
  const unit = me.unit?.code;
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {unit !== undefined && <DueList unit={unit} turn={turn} onChanged={changed} />}
      {unit !== undefined && <Batches unit={unit} turn={turn} onChanged={changed} />}
    </div>
  );
}
