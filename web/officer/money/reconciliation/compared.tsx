import type { MoneyReconciliation } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { Download } from '../download.tsx';
import { Differences } from './differences.tsx';
import { Sums } from './sums.tsx';
import { words } from './words.ts';

/** What a comparison came to, and its file. */
export function Compared({ compared }: { readonly compared: MoneyReconciliation }) {
  const w = useWords(words);
  const { api } = useDesk();
  const { instant, number } = useFormats();
  const { day, until, after, gatewayList, cleared } = compared;
  return (
    <>
      <section class="panel stack">
        <div class="row apart">
          <h2>{w.sums}</h2>
          <Mark level={gatewayList === 'given' ? 'good' : 'soon'}>{w.lists[gatewayList]}</Mark>
        </div>
        <p class="note">
          {until === null ? w.notKept : w.kept(instant(until))} {w.from(instant(after))}
        </p>
        <Sums totals={compared.totals} />
        <Download
          about={w.title}
          linkOf={async format => (await api.get('getReconciliationFile', { params: { day, format } })).url}
        />
      </section>
      <Differences compared={compared} />
      {cleared > 0 && <p class="note">{w.cleared(number(cleared))}</p>}
    </>
  );
}
