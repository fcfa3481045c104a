import { useState } from 'preact/hooks';
import { later } from '../../parts/later.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';

const ActDialog = later(async () => (await import('./act-dialog.tsx')).ActDialog);

const words = wording({
  vi: {
    title: 'Việc khác',
    interest: 'Khai báo xung đột lợi ích',
    withdraw: 'Ghi nhận chủ hồ sơ rút hồ sơ',
  },
  en: {
    title: 'More',
    interest: 'Declare an interest',
    withdraw: 'Record that the applicant withdraws',
  },
});

/** What an officer may do beside the decisions of a task: declare an interest, record a withdrawal at the counter. */
export function OtherActs({
  dossier,
  onChanged,
}: {
  readonly dossier: Dossier;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const { is } = useDesk();
  const over = dossier.decidedAt !== null || dossier.closedAt !== null;
  const acts = [
    ...(is('reception', 'handler', 'leader', 'signer', 'registryClerk', 'postal')
      ? (['interest'] as const)
      : []),
    ...(is('reception') ? (['withdraw'] as const) : []),
  ];
  const [open, setOpen] = useState<'interest' | 'withdraw'>();
  if (over || acts.length === 0) return null;
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <div class="row">
        {acts.map(act => (
          <button
            key={act}
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => setOpen(act)}
          >
            {w[act]}…
          </button>
        ))}
      </div>
      {open && (
        <ActDialog
          key={open}
          act={open}
          title={w[open]}
          code={dossier.code}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
