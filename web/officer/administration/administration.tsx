import { useLocation } from 'preact-iso';
import { later } from '../../parts/later.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import './administration.css';
import { Catalogue } from './catalogue/catalogue.tsx';
import { ChangeRoom } from './changes/change-room.tsx';
import { Changes } from './changes/changes.tsx';
import { Connections } from './connections/connections.tsx';

const CalendarRoom = later(async () => (await import('./calendar/calendar-room.tsx')).CalendarRoom);
const Import = later(async () => (await import('./catalogue/import.tsx')).Import);
const TemplateRoom = later(async () => (await import('./templates/template-room.tsx')).TemplateRoom);
const Units = later(async () => (await import('./units/units.tsx')).Units);
const WorkflowRoom = later(async () => (await import('./workflows/workflow-room.tsx')).WorkflowRoom);

const words = wording({
  vi: {
    menu: 'Các phần quản trị',
    changes: 'Đề nghị thay đổi',
    connections: 'Tình trạng kết nối',
    catalogue: 'Danh mục thủ tục',
    units: 'Đơn vị và cán bộ',
    calendar: 'Lịch làm việc',
    none: 'Không có trang này.',
  },
  en: {
    menu: 'Parts of the administration',
    changes: 'Changes that wait',
    connections: 'Connections',
    catalogue: 'Catalogue',
    units: 'Units and officers',
    calendar: 'Working calendar',
    none: 'There is no such page.',
  },
});

export const BASE = '/officer/administration';
const parts = ['changes', 'connections', 'catalogue', 'units', 'calendar'] as const;

/** The rooms of the administrators of a province, under a menu of their own. */
export function Administration() {
  const w = useWords(words);
  const { path } = useLocation();
  const [part = '', name = ''] = path
    .slice(BASE.length + 1)
    .split('/')
    .map(decodeURIComponent);
  const shown = part === '' ? 'changes' : part === 'workflows' ? 'catalogue' : part;
  return (
    <div class="stack">
      <nav class="site-nav" aria-label={w.menu}>
        {parts.map(each => (
          <a key={each} href={`${BASE}/${each}`} {...(each === shown && { 'aria-current': 'page' as const })}>
            {w[each]}
          </a>
        ))}
      </nav>
      <Part part={part} name={name} />
    </div>
  );
}

function Part({ part, name }: { readonly part: string; readonly name: string }) {
  const w = useWords(words);
  if (part === '' || part === 'changes') return name ? <ChangeRoom key={name} id={name} /> : <Changes />;
  if (part === 'connections') return <Connections />;
  if (part === 'catalogue') return name === 'import' ? <Import /> : <Catalogue />;
  if (part === 'units') return <Units key={name} code={name} />;
  if (part === 'calendar') return <CalendarRoom />;
  if (part === 'workflows' && name === 'templates') return <TemplateRoom />;
  if (part === 'workflows' && name) return <WorkflowRoom key={name} procedure={name} />;
  return <h1>{w.none}</h1>;
}
