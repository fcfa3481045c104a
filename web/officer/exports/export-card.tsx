import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/client.ts';
import { Failure } from '../../parts/failure.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { words } from './words.ts';

export type Export = Answer<'getExport'>;

/** Milliseconds between two looks at an export under way. */
const PULSE = 2000;
const UNDER_WAY: readonly Export['state'][] = ['queued', 'running'];
const LEVELS = { queued: 'plain', running: 'plain', done: 'good', expired: 'plain', failed: 'late' } as const;

/** One export: how far it is, and its file once there is one. */
export function ExportCard({ first }: { readonly first: Export }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { instant, bytes, number } = useFormats();
  const [moving, setMoving] = useState(UNDER_WAY.includes(first.state));
  const asked = useAnswer(
    api,
    UNDER_WAY.includes(first.state) ? 'getExport' : undefined,
    { params: { id: first.id } },
    moving ? { every: PULSE } : {},
  );
  const now = asked.body ?? first;
  useEffect(() => setMoving(UNDER_WAY.includes(now.state)), [now.state]);
  // The link ends after minutes, so it is asked for when it is wanted.
  const download = useAction(async () => {
    const { link } = await api.get('getExport', { params: { id: now.id } });
    if (link) location.assign(link.url);
  });
  return (
    <li class="panel stack">
      <div class="row apart">
        <strong>{now.reason}</strong>
        <span role="status">
          <Mark level={LEVELS[now.state]}>{w.states[now.state]}</Mark>
        </span>
      </div>
      <p class="note">
        {instant(now.requestedAt)} · {now.format.toUpperCase()} · {now.expand ? w.withNames : w.withoutNames}{' '}
        · {w.rows(number(now.rows))}
        {now.file && ` · ${bytes(now.file.size)}`}
      </p>
      {now.state === 'running' && (
        <progress
          aria-label={w.states.running}
          {...(now.total !== null && { max: now.total, value: now.rows })}
        />
      )}
      {now.failure && <p>{now.failure.detail}</p>}
      {now.state === 'done' && (
        <div class="row">
          <button
            type="button"
            class="ds-button"
            data-size="sm"
            disabled={download.busy}
            onClick={() => void download.run()}
          >
            {w.download}
          </button>
          {now.file && (
            <span class="note">
              {w.until} {instant(now.file.expiresAt)}
            </span>
          )}
        </div>
      )}
      {download.error !== undefined && <Failure error={download.error} />}
    </li>
  );
}
