import type { ComponentChildren } from 'preact';
import type { PaymentStatistics } from '../../../api/generated.ts';
import { channelNames } from '../../../wording/channels.ts';
import { useWords } from '../../../wording/language.tsx';
import { useFormats } from '../../../wording/use-formats.ts';
import { WideTable } from '../wide-table.tsx';
import { words } from './words.ts';

type Row = { readonly name: string; readonly cells: readonly ComponentChildren[] };

/** A titled table whose first column names what a row is of. */
export function Figures(props: {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}) {
  const { title, columns, rows } = props;
  return (
    <section class="panel stack">
      <h2>{title}</h2>
      <WideTable label={title}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, nth) => (
                <td key={columns[nth + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  );
}

/** How much came by each way of paying, and how soon the account had it. */
export function ByWay({ figures }: { readonly figures: PaymentStatistics }) {
  const w = useWords(words);
  const { dong, number } = useFormats();
  const days = (value: number | null) => (value === null ? w.noValue : number(value));
  const nameOf = (way: string) => w.ways[way] ?? way;
  return (
    <>
      <Figures
        title={w.byWay}
        columns={[w.way, w.dossiers, w.amount]}
        rows={figures.byWay.map(({ way, dossiers, amount }) => ({
          name: nameOf(way),
          cells: [number(dossiers), dong(amount)],
        }))}
      />
      <Figures
        title={w.settlement}
        columns={[w.way, w.settled, w.median, w.p90, w.longest, w.waiting, w.oldest]}
        rows={figures.settlement.map(({ way, settled, waiting }) => ({
          name: nameOf(way),
          cells: [
            dong(settled.amount),
            ...[settled.medianDays, settled.p90Days, settled.longestDays].map(days),
            dong(waiting.amount),
            days(waiting.oldestDays),
          ],
        }))}
      />
    </>
  );
}

/** How many of the dossiers with a fee were paid online, by unit and by way of submission. */
export function Shares({ figures }: { readonly figures: PaymentStatistics }) {
  const w = useWords(words);
  const { number } = useFormats();
  const shareOf = (share: number | null) =>
    share === null ? w.noValue : `${number(Math.round(share * 1000) / 10)} %`;
  const cells = (of: PaymentStatistics['dossiers']) => [
    number(of.withFee),
    number(of.paid),
    number(of.paidOnline),
    shareOf(of.share),
  ];
  const columns = [w.withFee, w.paid, w.paidOnline, w.share];
  const channels = useWords(channelNames);
  return (
    <>
      <Figures
        title={w.byChannel}
        columns={[w.channel, ...columns]}
        rows={figures.byChannel.map(each => ({ name: channels[each.channel], cells: cells(each) }))}
      />
      <Figures
        title={w.byUnit}
        columns={[w.unit, ...columns]}
        rows={figures.byUnit.map(each => ({ name: each.name, cells: cells(each) }))}
      />
    </>
  );
}
