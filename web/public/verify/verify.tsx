import type { Answer } from '../../api/client.ts';
import { faultSaid, Refused } from '../../api/problem.ts';
import { Mark } from '../../parts/mark.tsx';
import { NoLongerHolds } from '../../parts/no-longer-holds.tsx';
import { SearchForm } from '../../parts/search-form.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import type { PublicPage } from '../page.ts';
import { words } from './words.ts';

/** Whether a result is genuine: by its number and code, or, with script, by its file, which stays where it is. */
export const verify: PublicPage = {
  room: 'verify',
  async show({ query, language, api }) {
    const { title } = words[language];
    const asked = {
      number: query['number']?.trim() ?? '',
      code: query['code']?.trim() ?? '',
      sha256: query['sha256']?.trim() ?? '',
    };
    const { number, code, sha256 } = asked;
    if (number === '') return { title, content: <Page asked={asked} /> };
    if (code === '' && sha256 === '')
      return { title, status: 400, content: <Page asked={asked} lacksCode /> };
    try {
      const [result, organization] = await Promise.all([
        api.get('verifyResult', {
          params: { number },
          query: sha256 === '' ? { code } : { sha256 },
        }),
        api.get('getOrganization'),
      ]);
      const agency = organization.units.find(unit => unit.code === result.agency)?.name ?? result.agency;
      return { title, content: <Page asked={asked} result={result} agency={agency} /> };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status } = error.problem;
      const said = faultSaid(error.problem);
      // Not found is an answer; a number that is none is a fault of the field; the rest is neither.
      if (status === 404) return { title, status, content: <Page asked={asked} unconfirmed={said} /> };
      if (status === 400) return { title, status, content: <Page asked={asked} fault={said} /> };
      throw error;
    }
  },
};

function Page(props: {
  readonly asked: { readonly number: string; readonly code: string };
  readonly result?: Answer<'verifyResult'>;
  readonly agency?: string;
  /** What is wrong with the number or the code. */
  readonly fault?: string;
  readonly lacksCode?: boolean;
  /** Why no result was found. */
  readonly unconfirmed?: string;
}) {
  const w = useWords(words);
  const { asked, result, agency, fault, lacksCode = false, unconfirmed } = props;
  return (
    <div class="stack prose">
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {result && <Genuine result={result} agency={agency ?? result.agency} />}
      {unconfirmed !== undefined && (
        <section class="panel stack" role="alert">
          <p>
            <Mark level="late">{w.notGenuine}</Mark>
          </p>
          <p>{unconfirmed}</p>
          <p>{w.whatNow}</p>
        </section>
      )}
      <SearchForm
        action="/verify"
        name="number"
        value={asked.number}
        label={w.number}
        hint={w.numberHint}
        submit={w.check}
        fault={fault}
      >
        <div class="ds-field">
          <label class="ds-label" for="verify-code">
            {w.code}
          </label>
          <div data-field="description" id="verify-code-hint">
            {w.codeHint}
          </div>
          <input
            class="ds-input"
            id="verify-code"
            name="code"
            value={asked.code}
            autocomplete="off"
            aria-describedby={lacksCode ? 'verify-code-hint verify-code-fault' : 'verify-code-hint'}
            {...(lacksCode && { 'aria-invalid': true })}
          />
          {lacksCode && (
            <p class="ds-validation-message" id="verify-code-fault">
              {w.needsCode}
            </p>
          )}
        </div>
        {/* The script shows it: without one, a file could not be hashed here. */}
        <div
          class="ds-field"
          data-by-file
          hidden
          data-hashing={w.hashing}
          data-too-large={w.tooLarge}
          data-unreadable={w.unreadable}
        >
          <label class="ds-label" for="verify-file">
            {w.file}
          </label>
          <div data-field="description" id="verify-file-hint">
            {w.fileHint}
          </div>
          <input class="ds-input" id="verify-file" type="file" aria-describedby="verify-file-hint" />
          <p role="status" data-told />
        </div>
      </SearchForm>
    </div>
  );
}

function Genuine({ result, agency }: { readonly result: Answer<'verifyResult'>; readonly agency: string }) {
  const w = useWords(words);
  const { day } = useFormats();
  return (
    <section class="panel stack" role="status">
      {result.revoked ? (
        <>
          <p>{result.checked === 'file' ? w.genuineFile : w.genuine}</p>
          <NoLongerHolds revoked={result.revoked} />
        </>
      ) : result.expired ? (
        <>
          <p>{result.checked === 'file' ? w.genuineFile : w.genuine}</p>
          <p>
            <Mark level="late">{w.expired}</Mark>
          </p>
        </>
      ) : (
        <p>
          <Mark level="good">{result.checked === 'file' ? w.genuineFile : w.genuine}</Mark>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{w.number}</dt>
          <dd>{result.number}</dd>
        </div>
        {result.kind?.name && (
          <div>
            <dt>{w.kind}</dt>
            <dd>{result.kind.name}</dd>
          </div>
        )}
        {result.document && (
          <div>
            <dt>{w.document}</dt>
            <dd>
              {result.document.number}, {day(result.document.date)}
            </dd>
          </div>
        )}
        <div>
          <dt>{w.procedure}</dt>
          <dd>{result.procedureName}</dd>
        </div>
        <div>
          <dt>{w.outcome}</dt>
          <dd>{result.outcome === 'granted' ? w.granted : w.refused}</dd>
        </div>
        <div>
          <dt>{w.agency}</dt>
          <dd>{agency}</dd>
        </div>
        <div>
          <dt>{w.issued}</dt>
          <dd>{day(result.issuedAt)}</dd>
        </div>
        {result.validUntil && (
          <div>
            <dt>{w.validUntil}</dt>
            <dd>{day(result.validUntil)}</dd>
          </div>
        )}
      </dl>
      {result.checked === 'code' && <p class="note">{w.byCodeOnly}</p>}
    </section>
  );
}
