import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Frame } from '../parts/frame.tsx';
import { SignInAgain } from '../parts/sign-in-again.ts';
import { useWords, wording } from '../wording/language.tsx';
import { type Account, AccountProvider } from './account.tsx';
import { MyDossiers } from './dossiers/my-dossiers.tsx';
import { WhoAmI } from './who-am-i.tsx';

const words = wording({
  vi: {
    dossiers: 'Hồ sơ',
    access: 'Ai đã xem dữ liệu',
    procedures: 'Thủ tục',
    noRoom: 'Không có trang này.',
    back: 'Về hồ sơ của tôi',
  },
  en: {
    dossiers: 'My dossiers',
    access: 'Who read my data',
    procedures: 'Procedures',
    noRoom: 'There is no such page.',
    back: 'Back to my dossiers',
  },
});

const DossierPage = lazy(async () => (await import('./dossier/dossier-page.tsx')).DossierPage);
const AccessPage = lazy(async () => (await import('./access/access-page.tsx')).AccessPage);
const NewDossier = lazy(async () => (await import('./new/new-dossier.tsx')).NewDossier);

/** The pages of an applicant who has signed in. The list is loaded with the page, the rest when somebody goes there. */
export function App({ account }: { readonly account: Account }) {
  return (
    <LocationProvider scope="/mine">
      <AccountProvider value={account}>
        <SignInAgain.Provider value={() => void account.session.again()}>
          <Rooms province={account.province} />
        </SignInAgain.Provider>
      </AccountProvider>
    </LocationProvider>
  );
}

function Rooms({ province }: { readonly province: string }) {
  const w = useWords(words);
  const { path } = useLocation();
  const inAccess = path.startsWith('/mine/access');
  const entries = [
    { href: '/mine', text: w.dossiers, current: !inAccess },
    { href: '/procedures', text: w.procedures, current: false },
    { href: '/mine/access', text: w.access, current: inAccess },
  ];
  return (
    <Frame province={province} home="/" entries={entries} aside={<WhoAmI />}>
      <Router onRouteChange={() => document.getElementById('main')?.focus({ preventScroll: true })}>
        <Route path="/mine" component={MyDossiers} />
        <Route path="/mine/dossiers/:code" component={DossierPage} />
        <Route path="/mine/access" component={AccessPage} />
        <Route path="/mine/new" component={NewDossier} />
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
      <a class="ds-link" href="/mine">
        {w.back}
      </a>
    </div>
  );
}
