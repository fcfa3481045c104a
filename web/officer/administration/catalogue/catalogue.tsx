import { useState } from 'preact/hooks';
import { Failure } from '../../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../../parts/field.tsx';
import { Mark } from '../../../parts/mark.tsx';
import { useAnswer } from '../../../parts/use-answer.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useDesk } from '../../desk.tsx';
import { Pager, usePaging } from '../paging.tsx';
import { StateChange } from './state-change.tsx';

const words = wording({
  vi: {
    title: 'Danh mục thủ tục',
    import: 'Nhập danh mục từ tệp',
    templates: 'Áp dụng quy trình mẫu',
    search: 'Tìm theo tên hoặc mã',
    state: 'Trạng thái',
    all: 'Tất cả',
    states: { open: 'Đang tiếp nhận', closed: 'Tạm dừng' },
    none: 'Không có thủ tục nào như vậy.',
    version: (version: number) => `bản ${version}`,
    workflow: 'Quy trình',
  },
  en: {
    title: 'Catalogue of procedures',
    import: 'Import from a file',
    templates: 'Apply a workflow template',
    search: 'Name or code',
    state: 'State',
    all: 'All',
    states: { open: 'Open', closed: 'Closed' },
    none: 'There is no such procedure.',
    version: (version: number) => `version ${version}`,
    workflow: 'Workflow',
  },
});

/** The procedures of the province: found, opened, closed, and the ways to their workflows and the import. */
export function Catalogue() {
  const w = useWords(words);
  const { api } = useDesk();
  const paging = usePaging();
  const [q, setQ] = useState('');
  const [state, setState] = useState('');
  const query = { limit: 20, ...(q.trim() && { q: q.trim() }), ...paging.query };
  const { body, error, reload } = useAnswer(api, 'listProcedures', {
    query: state === 'open' || state === 'closed' ? { ...query, state } : query,
  });
  const asked = (change: (value: string) => void) => (value: string) => {
    change(value);
    paging.setCursor(undefined);
  };
  return (
    <section class="stack">
      <div class="row apart">
        <h1>{w.title}</h1>
        <div class="row">
          <a class="ds-link" href="/officer/administration/workflows/templates">
            {w.templates}
          </a>
          <a class="ds-link" href="/officer/administration/catalogue/import">
            {w.import}
          </a>
        </div>
      </div>
      <div class="grid">
        <TextField type="search" label={w.search} value={q} onValue={asked(setQ)} />
        <ChoiceField
          label={w.state}
          value={state}
          onValue={asked(setState)}
          options={[
            { value: '', text: w.all },
            { value: 'open', text: w.states.open },
            { value: 'closed', text: w.states.closed },
          ]}
        />
      </div>
      {error !== undefined && <Failure error={error} again={reload} />}
      <div role="status">{body?.items.length === 0 && <p>{w.none}</p>}</div>
      <ul class="stack plain-list">
        {body?.items.map(each => (
          <li key={each.code} class="panel stack">
            <div class="row apart">
              <h2>{each.name}</h2>
              <Mark level={each.state === 'open' ? 'good' : 'plain'}>{w.states[each.state]}</Mark>
            </div>
            <p class="note">
              {each.code} · {each.field} · {w.version(each.version)}
            </p>
            <div class="row">
              <a
                class="ds-link"
                href={`/officer/administration/workflows/${each.code}`}
                aria-label={`${w.workflow}: ${each.name}`}
              >
                {w.workflow}
              </a>
              <StateChange procedure={each} onChanged={reload} />
            </div>
          </li>
        ))}
      </ul>
      <Pager paging={paging} next={body?.nextCursor} />
    </section>
  );
}
