import { useState } from 'preact/hooks';
import { Dialog } from '../../../parts/dialog.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { useAction } from '../../../parts/use-action.ts';
import { useWords, wording } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';

const words = wording({
  vi: {
    redrive: 'Gửi lại',
    sure: (party: string) => `Gửi lại những gì đang chờ của ${party}?`,
    effect:
      'Mọi hồ sơ đang chờ và tin không xử lý được sẽ được gửi lại ngay. Bên nhận không bị tính hai lần.',
    sent: (waiting: string, letters: string) => `Đã gửi lại ${waiting} hồ sơ và ${letters} tin.`,
  },
  en: {
    redrive: 'Send again',
    sure: (party: string) => `Send again what waits for ${party}?`,
    effect: 'All waiting dossiers and dead letters are sent again at once. Nothing counts twice.',
    sent: (waiting: string, letters: string) =>
      `Sent again: ${waiting} dossiers and ${letters} dead letters.`,
  },
});

/** Sends again all that waits for a party, portion by portion, and says how far it is. */
export function Redrive({ party, onDone }: { readonly party: string; readonly onDone: () => void }) {
  const w = useWords(words);
  const { number } = useFormats();
  const { api } = useDesk();
  const [asks, setAsks] = useState(false);
  const [sent, setSent] = useState<{ waiting: number; letters: number }>();
  const action = useAction(async () => {
    const sum = { waiting: 0, letters: 0 };
    for (let more = true; more; ) {
      const portion = await api.get('redriveConnection', { params: { party } });
      sum.waiting += portion.waiting;
      sum.letters += portion.deadLetters;
      more = portion.more;
      setSent({ ...sum });
    }
    setAsks(false);
    onDone();
  });
  return (
    <div class="row">
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setAsks(true)}>
        {w.redrive}
      </button>
      <p role="status">{sent && w.sent(number(sent.waiting), number(sent.letters))}</p>
      {asks && (
        <Dialog title={w.sure(party)} onClose={() => setAsks(false)}>
          <p>{w.effect}</p>
          {action.error !== undefined && <Failure error={action.error} />}
          <button type="button" class="ds-button" onClick={action.run} aria-busy={action.busy}>
            {w.redrive}
          </button>
        </Dialog>
      )}
    </div>
  );
}
