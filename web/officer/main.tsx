import '../theme/site.css';
import './officer.css';
import { render } from 'preact';
import { Failure } from '../parts/failure.tsx';
import { SignInPage } from '../parts/sign-in-page.tsx';
import { openSession } from '../session/session.ts';
import { pageSettings } from '../session/settings.ts';
import { LanguageContext } from '../wording/language.tsx';
import { App } from './app.tsx';
import { openDesk } from './desk.tsx';

const BASE = '/officer';
const settings = pageSettings();
const page = document.getElementById('page') ?? document.body;

async function begin() {
  const opened = await openSession(settings, BASE);
  if (opened.kind !== 'signedIn') return <SignInPage province={settings.province} opened={opened} />;
  // Most begin at the work list: it is fetched while the API is asked who this is.
  if (location.pathname === BASE) void import('./work-list/work-list.tsx').catch(() => undefined);
  return <App desk={await openDesk(settings, opened.session)} />;
}

const content = await begin().catch(error => {
  console.error(error);
  return <Failure error={error} again={() => location.assign(BASE)} />;
});
page.replaceChildren();
render(<LanguageContext.Provider value={settings.language}>{content}</LanguageContext.Provider>, page);
