import { useState } from 'preact/hooks';
import type { CashDrawer } from '../../api/generated.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Mark } from '../../parts/mark.tsx';
import { useWords } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';
import { CountForm } from './count-form.tsx';
import { depositWords } from './deposit-words.ts';
import { words } from './words.ts';

interface Props {
  readonly drawer: CashDrawer;
  readonly onChanged: () => void;
}

/** A drawer: whose it is, and what was counted; a leader closes what somebody left open. */
export function DrawerCard({ drawer, onChanged }: Props) {
  const w = useWords(words);
  const { is, me, officerName } = useDesk();
  const { instant } = useFormats();
  const [closes, setCloses] = useState(false);
  const { officer, openedAt, closing } = drawer;
  const who = officerName(officer);
  return (
    <li class="panel stack">
      <div class="row apart">
        <strong>{w.ofOfficer(who, instant(openedAt))}</strong>
        <span class="row">
          <Difference closing={closing} />
          <PaidIn drawer={drawer} />
        </span>
      </div>
      {closing && <Counted closing={closing} />}
      {!closing && is('leader') && officer !== me.account && (
        <div>
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            onClick={() => setCloses(true)}
          >
            {w.closeOf(who)}
          </button>
        </div>
      )}
      {closes && (
        <Dialog title={w.closeOf(who)} onClose={() => setCloses(false)}>
          <CountForm drawer={drawer} label={w.close} onClosed={onChanged} />
        </Dialog>
      )}
    </li>
  );
}

/** Whether the cash of a closed drawer was paid in; nothing where there was none. */
function PaidIn({ drawer: { closing, deposit, openedWith } }: Pick<Props, 'drawer'>) {
  const w = useWords(depositWords);
  if (deposit) return <Mark level="good">{`${w.paidIn} (${deposit.slip})`}</Mark>;
  if (!closing || closing.counted <= openedWith) return null;
  return <Mark level="soon">{w.notPaidIn}</Mark>;
}

function Difference({ closing }: Pick<CashDrawer, 'closing'>) {
  const w = useWords(words);
  const { dong } = useFormats();
  if (!closing) return <Mark level="soon">{w.stillOpen}</Mark>;
  const { difference } = closing;
  if (difference === 0) return <Mark level="good">{w.exact}</Mark>;
  return <Mark level="late">{difference > 0 ? w.over(dong(difference)) : w.short(dong(-difference))}</Mark>;
}

function Counted({ closing }: { readonly closing: NonNullable<CashDrawer['closing']> }) {
  const w = useWords(words);
  const { officerName } = useDesk();
  const { dong, instant } = useFormats();
  return (
    <p class="note">
      {w.sums(dong(closing.expected), dong(closing.counted))}{' '}
      {w.closed(instant(closing.at), officerName(closing.by))}
      {closing.note !== null && ` · ${closing.note}`}
    </p>
  );
}
