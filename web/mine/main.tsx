import '../theme/site.css';
import './mine.css';
import { render } from 'preact';
import { Failure } from '../parts/failure.tsx';
import { SignInPage } from '../parts/sign-in-page.tsx';
import { openSession } from '../session/session.ts';
import { pageSettings } from '../session/settings.ts';
import { LanguageContext } from '../wording/language.tsx';
import { openAccount } from './account.tsx';
import { App } from './app.tsx';

const BASE = '/mine';
const settings = pageSettings();
const page = document.getElementById('page') ?? document.body;

async function begin() {
  const opened = await openSession(settings, BASE);
  if (opened.kind !== 'signedIn') return <SignInPage province={settings.province} opened={opened} />;
  return <App account={await openAccount(settings, opened.session)} />;
}

const content = await begin().catch(error => {
  console.error(error);
  return <Failure error={error} again={() => location.assign(BASE)} />;
});
page.replaceChildren();
render(<LanguageContext.Provider value={settings.language}>{content}</LanguageContext.Provider>, page);
