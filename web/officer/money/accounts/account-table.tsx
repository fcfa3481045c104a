import type { UnitMoney } from '../../../api/generated.ts';
import { Mark } from '../../../parts/mark.tsx';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { useDesk } from '../../desk.tsx';
import { WideTable } from '../wide-table.tsx';
import { words } from './words.ts';

/** The accounts with what went in and out, which adds up to zero. */
export function AccountTable({ money }: { readonly money: UnitMoney }) {
  const w = useWords(words);
  const { unitName } = useDesk();
  const { dong } = useFormats();
  const { accounts, balanced, unit } = money;
  if (accounts.length === 0) return <p class="panel">{w.none}</p>;
  const nameOf = (account: string) => {
    const at = account.lastIndexOf(':');
    const [kind, of] = [account.slice(0, at), account.slice(at + 1)];
    const name = w.kinds[kind] ?? kind;
    return of === unit ? name : w.ofOther(name, unitName(of));
  };
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const all = { in: sum(accounts.map(each => each.in)), out: sum(accounts.map(each => each.out)) };
  return (
    <section class="panel stack">
      <div>
        <Mark level={balanced ? 'good' : 'very-late'}>{balanced ? w.balanced : w.unbalanced}</Mark>
      </div>
      <WideTable label={w.title}>
        <thead>
          <tr>
            <th scope="col">{w.account}</th>
            <th scope="col">{w.in}</th>
            <th scope="col">{w.out}</th>
            <th scope="col">{w.net}</th>
          </tr>
        </thead>
        <tbody>
          {[
            ...accounts.map(({ account, ...own }) => ({ ...own, name: nameOf(account) })),
            { ...all, name: w.total },
          ].map(each => (
            <tr key={each.name}>
              <th scope="row">{each.name}</th>
              <td>{dong(each.in)}</td>
              <td>{dong(each.out)}</td>
              <td>{dong(each.in - each.out)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}
