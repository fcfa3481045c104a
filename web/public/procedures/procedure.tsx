import type { Answer } from '../../api/client.ts';
import { Refused } from '../../api/problem.ts';
import { Fee } from '../../parts/fee.tsx';
import { SearchForm } from '../../parts/search-form.tsx';
import type { Visit } from '../../server/question.ts';
import { channelNames } from '../../wording/channels.ts';
import { useWords } from '../../wording/language.tsx';
import { limitText } from '../../wording/limit-text.ts';
import type { Shown } from '../page.ts';
import { Where } from './where.tsx';
import { words } from './words.ts';

export type Published = Answer<'getProcedure'>;

/** One procedure, in the order in which a citizen asks: what do I need, how long, how much, where. */
export async function procedure({ name, language, api }: Visit): Promise<Shown> {
  try {
    const [published, organization] = await Promise.all([
      api.get('getProcedure', { params: { code: name } }),
      api.get('getOrganization'),
    ]);
    const { competentUnit } = published.procedure;
    const unit = organization.units.find(({ code }) => code === competentUnit)?.name ?? competentUnit;
    return { title: published.procedure.name, content: <Page published={published} unit={unit} /> };
  } catch (error) {
    // Only these two say something of the procedure; others, such as too many requests, of the moment.
    if (!(error instanceof Refused) || ![400, 404].includes(error.problem.status)) throw error;
    const { status, title, detail } = error.problem;
    return {
      title: words[language].unknown,
      status,
      content: <Unknown said={detail ?? title} asked={name} />,
    };
  }
}

function Page({ published, unit }: { readonly published: Published; readonly unit: string | undefined }) {
  const w = useWords(words);
  const channels = useWords(channelNames);
  const limit = useWords(limitText);
  const { procedure: it } = published;
  return (
    <article class="stack">
      <p class="no-print">
        <a class="ds-link" href="/procedures">
          ← {w.back}
        </a>
      </p>
      <h1>{it.name}</h1>
      <p class="note">
        {w.code} {it.code} · {it.field.name}
      </p>
      <Where published={published} />
      <section class="panel stack">
        <h2>{w.need}</h2>
        <ol>
          {it.components.map(({ id, name, required, originals, copies }) => (
            <li key={id}>
              {name}{' '}
              <span class="note">
                ({required ? w.required : w.optional}
                {originals > 0 && `; ${w.originals(originals)}`}
                {copies > 0 && `; ${w.copies(copies)}`})
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section class="panel stack">
        <h2>{w.howLong}</h2>
        <ul class="list cards">
          {it.methods.map(method => (
            <li key={method.channel}>
              <h3>{channels[method.channel]}</h3>
              <dl class="facts">
                <div>
                  <dt>{w.limit}</dt>
                  <dd>{method.limit ? limit(method.limit) : w.noLimit}</dd>
                </div>
                <div>
                  <dt>{w.fee}</dt>
                  <dd>{method.fee ? <Fee fee={method.fee} /> : w.unknownFee}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
        {it.extensionLimit && (
          <p>
            {w.extension} {limit(it.extensionLimit)}.
          </p>
        )}
      </section>
      <Facts published={published} unit={unit} />
      <p class="note no-print">{w.print}</p>
    </article>
  );
}

function Facts({ published, unit }: { readonly published: Published; readonly unit: string | undefined }) {
  const w = useWords(words);
  const { procedure: it } = published;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [w.decides, unit],
    [w.levelsTitle, it.levels.map(level => w.levels[level]).join(', ')],
    [w.who, it.applicants.join('; ')],
    [w.result, it.results.flatMap(({ name }) => name ?? []).join('; ')],
    [w.basis, it.decision],
  ];
  return (
    <dl class="facts panel">
      {facts.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Unknown({ said, asked }: { readonly said: string; readonly asked: string }) {
  const w = useWords(words);
  return (
    <div class="stack">
      <h1>{w.unknown}</h1>
      <p>{said}</p>
      <SearchForm
        action="/procedures"
        name="q"
        value={asked}
        label={w.find}
        hint={w.hint}
        submit={w.search}
      />
    </div>
  );
}
