import { useState } from 'preact/hooks';
import type { Body } from '../../api/client.ts';
import { CheckField } from '../../parts/check-field.tsx';
import { Failure } from '../../parts/failure.tsx';
import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { asSeenBy, type DossierFilters } from '../dossiers/dossier-filters.ts';
import { words as dossierWords } from '../dossiers/words.ts';
import { words } from './words.ts';

/** Orders the list with the filters of the address, for a reason that is kept. */
export function OrderForm(props: { readonly filters: DossierFilters; readonly onOrdered: () => void }) {
  const w = useWords(words);
  const { labels, values } = useWords(dossierWords);
  const { api, me } = useDesk();
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [reason, setReason] = useState('');
  const [named, setNamed] = useState(false);
  const filters = asSeenBy(me, props.filters);
  const order = useAction(async key => {
    const body = {
      list: 'dossiers',
      filters,
      format,
      reason: reason.trim(),
      ...(named && { expand: 'applicant' }),
    } as Body<'createExport'>;
    await api.ask('createExport', { body, key });
    setReason('');
    props.onOrdered();
  });
  return (
    <form
      class="panel stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void order.run();
      }}
    >
      <h2>{w.order}</h2>
      <p class="note">
        {Object.keys(filters).length === 0
          ? w.everything
          : Object.entries(filters)
              .map(([name, value]) => `${labels[name as keyof typeof labels]}: ${values[value] ?? value}`)
              .join(' · ')}{' '}
        <a class="ds-link" href={`/officer/dossiers?${new URLSearchParams(props.filters)}`}>
          {w.change}
        </a>
      </p>
      <div class="grid">
        <ChoiceField
          label={w.format}
          value={format}
          onValue={value => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
          options={[
            { value: 'xlsx', text: 'Excel (XLSX)' },
            { value: 'csv', text: 'CSV' },
          ]}
        />
        <TextField
          label={w.reason}
          hint={w.reasonHint}
          value={reason}
          onValue={setReason}
          fault={order.faultOf('/reason')}
          required
        />
      </div>
      <CheckField checked={named} onChecked={setNamed} note={w.namesHint}>
        {w.names}
      </CheckField>
      {order.error !== undefined && <Failure error={order.error} brief />}
      <div>
        <button type="submit" class="ds-button" disabled={order.busy}>
          {w.submit}
        </button>
      </div>
    </form>
  );
}
