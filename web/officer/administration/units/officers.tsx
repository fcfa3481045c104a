import { useState } from 'preact/hooks';
import type { Officer } from '../../../api/generated.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { roleNames } from '../../../wording/roles.ts';
import { useDesk } from '../../desk.tsx';
import { Pager, usePaging } from '../paging.tsx';
import { OfficerForm } from './officer-form.tsx';

const words = wording({
  vi: {
    title: 'Cán bộ',
    add: 'Thêm tài khoản',
    change: 'Sửa',
    closed: 'Đã khóa',
    none: 'Chưa có tài khoản nào.',
  },
  en: {
    title: 'Officers',
    add: 'Add an account',
    change: 'Change',
    closed: 'Closed',
    none: 'There is no account yet.',
  },
});

/** The accounts of a unit, added, changed and closed. */
export function Officers({ unit }: { readonly unit: string }) {
  const w = useWords(words);
  const roles = useWords(roleNames);
  const { api } = useDesk();
  const paging = usePaging();
  const [edited, setEdited] = useState<Officer>();
  const { body, error, reload } = useAnswer(api, 'listOfficers', { query: { unit, ...paging.query } });
  return (
    <section class="panel stack">
      <div class="row apart">
        <h2>{w.title}</h2>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          onClick={() => setEdited({ id: '', unit, name: '', roles: [], active: true })}
        >
          {w.add}
        </button>
      </div>
      {error !== undefined && <Failure error={error} again={reload} />}
      {body?.items.length === 0 && <p>{w.none}</p>}
      <ul class="stack plain-list">
        {body?.items.map(officer => (
          <li key={officer.id} class="row apart">
            <span>
              {officer.name} <span class="note">({officer.id})</span> –{' '}
              {officer.roles.map(role => roles[role]).join(', ')}{' '}
              {!officer.active && <Mark level="plain">{w.closed}</Mark>}
            </span>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              data-size="sm"
              aria-label={`${w.change}: ${officer.name}`}
              onClick={() => setEdited(officer)}
            >
              {w.change}
            </button>
          </li>
        ))}
      </ul>
      <Pager paging={paging} next={body?.nextCursor} />
      {edited && (
        <OfficerForm
          key={edited.id}
          officer={edited}
          onClose={() => setEdited(undefined)}
          onRecorded={() => {
            setEdited(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
}
