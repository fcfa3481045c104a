import '../theme/site.css';
import './pad.css';
import { render } from 'preact';
import { makeClient } from '../api/client.ts';
import { pageSettings } from '../session/settings.ts';
import { LanguageContext } from '../wording/language.tsx';
import { App } from './app.tsx';
import { codeOfAddress } from './pad-key.ts';

const { language } = pageSettings();
const page = document.getElementById('page') ?? document.body;
const code = codeOfAddress();

page.replaceChildren();
render(
  <LanguageContext.Provider value={language}>
    <main class="pad">
      <App api={makeClient({ language })} code={code} />
    </main>
  </LanguageContext.Provider>,
  page,
);
