import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Frame } from '../parts/frame.tsx';
import { SignInAgain } from '../parts/sign-in-again.ts';
import { useWords, wording } from '../wording/language.tsx';
import { type Desk, DeskProvider } from './desk.tsx';
import { rooms } from './rooms.ts';
import { WhoAmI } from './who-am-i.tsx';

const words = wording({
  vi: { noRoom: 'Không có trang này.', back: 'Về danh sách công việc' },
  en: { noRoom: 'There is no such page.', back: 'Back to the work list' },
});

const pages = rooms.map(({ path, load }) => ({ path, Page: lazy(load) }));

/** The officers' pages: a menu of the rooms that somebody with these roles works in, and the room of the address. */
export function App({ desk }: { readonly desk: Desk }) {
  const [, setTurn] = useState(0);
  useEffect(() => desk.onChange(() => setTurn(before => before + 1)), [desk]);
  return (
    <LocationProvider scope="/officer">
      <DeskProvider value={desk}>
        <SignInAgain.Provider value={() => void desk.session.again()}>
          <Rooms desk={desk} />
        </SignInAgain.Provider>
      </DeskProvider>
    </LocationProvider>
  );
}

function Rooms({ desk }: { readonly desk: Desk }) {
  const { path, query, route } = useLocation();
  const words = useWords(roomNames);
  const own = rooms.filter(room => room.menu !== undefined && desk.is(...room.roles));
  const entries = own.map(({ href, menu }) => ({
    href,
    text: words[menu ?? 'workList'],
    current: href === '/officer' ? path === href : path.startsWith(href),
  }));
  // Who has no work list begins where their work is.
  const begin = (own.find(({ beside }) => !beside) ?? own[0])?.href;
  useEffect(() => {
    if (path === '/officer' && begin !== undefined && begin !== path) route(begin, true);
  }, [path, begin]);
  return (
    <Frame query={query} province={desk.province} home="/officer" entries={entries} aside={<WhoAmI />}>
      <Router onRouteChange={() => document.getElementById('main')?.focus({ preventScroll: true })}>
        {pages.map(({ path: place, Page }) => (
          <Route key={place} path={place} component={Page} />
        ))}
        <Route default component={NoRoom} />
      </Router>
    </Frame>
  );
}

function NoRoom() {
  const w = useWords(words);
  return (
    <div class="panel stack">
      <h1>{w.noRoom}</h1>
      <a class="ds-link" href="/officer">
        {w.back}
      </a>
    </div>
  );
}

const roomNames = wording({
  vi: {
    workList: 'Việc cần làm',
    signing: 'Ký duyệt',
    sealing: 'Vào sổ, đóng dấu',
    counter: 'Tiếp nhận',
    pads: 'Bàn ký',
    drawers: 'Quầy thu',
    money: 'Kế toán thu',
    dossiers: 'Hồ sơ',
    exports: 'Xuất dữ liệu',
    archive: 'Lưu trữ',
    processes: 'Quy trình',
    absences: 'Vắng mặt',
    access: 'Nhật ký truy cập',
    administration: 'Quản trị',
  },
  en: {
    workList: 'Work list',
    signing: 'Signing',
    sealing: 'Numbers and seals',
    counter: 'Counter',
    pads: 'Signing pads',
    drawers: 'Cash drawers',
    money: 'Accounts',
    dossiers: 'Dossiers',
    exports: 'Exports',
    archive: 'Archive',
    processes: 'Processes',
    absences: 'Absences',
    access: 'Access records',
    administration: 'Administration',
  },
});
