import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { PublishUnits } from './publish-units.tsx';
import { UnitFacts } from './unit-facts.tsx';
import { type Branch, soughtAmong, treeOf } from './unit-tree.ts';

const words = wording({
  vi: {
    title: 'Đơn vị và cán bộ',
    search: 'Tìm đơn vị theo tên hoặc mã',
    tree: 'Các đơn vị',
    none: 'Không có đơn vị nào như vậy.',
    all: 'Tất cả đơn vị',
  },
  en: {
    title: 'Units and officers',
    search: 'Name or code of a unit',
    tree: 'Units',
    none: 'There is no such unit.',
    all: 'All units',
  },
});

/** The units of the province as a tree, or one of them with its officers and authorizations. */
export function Units({ code }: { readonly code: string }) {
  const w = useWords(words);
  const { api } = useDesk();
  const [sought, setSought] = useState('');
  const { body, error, reload } = useAnswer(api, 'getOrganization');
  const unit = body?.units.find(each => each.code === code);
  if (unit)
    return (
      <section class="stack">
        <a class="ds-link" href="/officer/administration/units">
          {w.all}
        </a>
        <UnitFacts unit={unit} />
      </section>
    );
  const found = body && soughtAmong(body.units, sought);
  return (
    <section class="stack">
      <h1>{w.title}</h1>
      {error !== undefined && <Failure error={error} again={reload} />}
      <TextField type="search" label={w.search} value={sought} onValue={setSought} />
      <div role="status">{found?.length === 0 && <p>{w.none}</p>}</div>
      <nav class="panel unit-tree" aria-label={w.tree}>
        {found && <Branches branches={treeOf(found)} />}
      </nav>
      {body && <PublishUnits inForce={body.units} />}
    </section>
  );
}

function Branches({ branches }: { readonly branches: readonly Branch[] }) {
  if (branches.length === 0) return null;
  return (
    <ul>
      {branches.map(({ unit, below }) => (
        <li key={unit.code}>
          <a class="ds-link" href={`/officer/administration/units/${unit.code}`}>
            {unit.name}
          </a>{' '}
          <span class="note">{unit.code}</span>
          <Branches branches={below} />
        </li>
      ))}
    </ul>
  );
}
