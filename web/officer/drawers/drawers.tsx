import { useEffect, useState } from 'preact/hooks';
import { Failure } from '../../parts/failure.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { CurrentDrawer } from './current-drawer.tsx';
import { Deposits } from './deposits.tsx';
import { DrawerList } from './drawer-list.tsx';
import { OpenDrawer } from './open-drawer.tsx';
import { words } from './words.ts';

/** The officer’s cash drawer (két thu): opened, what went through it, closed; and those of before. */
export function Drawers() {
  const w = useWords(words);
  const { api, is, me } = useDesk();
  const [turn, setTurn] = useState(0);
  const unit = me.unit?.code;
  const asked = unit === undefined ? undefined : 'listDrawers';
  const { body, error, reload } = useAnswer(api, asked, {
    params: { code: unit ?? '' },
    query: { limit: 1 },
  });
  useEffect(() => {
    document.title = `${w.title} – Một Cửa`;
  }, []);
  const changed = () => {
    reload();
    setTurn(before => before + 1);
  };
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <p class="prose">{w.lead}</p>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body && unit !== undefined && (body.open || is('reception')) && (
        <section class="panel stack">
          <h2>{w.mine}</h2>
          {body.open ? (
            <CurrentDrawer key={body.open.drawer.id} open={body.open} onChanged={changed} />
          ) : (
            <OpenDrawer unit={unit} onOpened={changed} />
          )}
        </section>
      )}
      {unit !== undefined && <Deposits key={`deposits ${turn}`} unit={unit} onChanged={changed} />}
      {unit !== undefined && <DrawerList key={turn} unit={unit} onChanged={changed} />}
    </div>
  );
}
