import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { type Access, partNames, readerNames } from '../../wording/access-words.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useFormats } from '../../wording/use-formats.ts';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    title: 'Ai đã xem dữ liệu cá nhân',
    on: 'Ngày',
    reader: 'Tài khoản người xem',
    readerHint: 'officer:tiepnhan.h44-101 hoặc portal:dvcqg',
    dossier: 'Mã hồ sơ',
    show: 'Xem',
    none: 'Không có lần xem nào.',
    dossiers: 'Hồ sơ',
    stated: 'Lý do nêu ra',
    asked: 'Đã hỏi',
  },
  en: {
    title: 'Who read personal data',
    on: 'Day',
    reader: 'Account of the reader',
    readerHint: 'officer:tiepnhan.h44-101 or portal:dvcqg',
    dossier: 'Dossier code',
    show: 'Show',
    none: 'There were no reads.',
    dossiers: 'Dossiers',
    stated: 'Reason given',
    asked: 'Asked',
  },
});

/** The access records, for auditors: of a day, of a reader, of a dossier. */
export function AccessRecords() {
  const w = useWords(words);
  const { api } = useDesk();
  const [typed, setTyped] = useState({ on: '', reader: '', dossier: '' });
  const [asked, setAsked] = useState(typed);
  const pages = usePages(JSON.stringify(asked), (cursor, signal) =>
    api.get('listAccessRecords', {
      query: { ...asked, limit: 50, ...(cursor !== undefined && { cursor }) },
      signal,
    }),
  );
  return (
    <div class="stack">
      <h1>{w.title}</h1>
      <form
        class="panel stack"
        onSubmit={event => {
          event.preventDefault();
          setAsked(typed);
        }}
      >
        <div class="grid">
          <TextField label={w.on} type="date" value={typed.on} onValue={on => setTyped({ ...typed, on })} />
          <TextField
            label={w.reader}
            hint={w.readerHint}
            value={typed.reader}
            onValue={reader => setTyped({ ...typed, reader })}
          />
          <TextField
            label={w.dossier}
            value={typed.dossier}
            onValue={dossier => setTyped({ ...typed, dossier })}
          />
        </div>
        <div>
          <button type="submit" class="ds-button">
            {w.show}
          </button>
        </div>
      </form>
      {pages.items?.length === 0 && <p class="panel">{w.none}</p>}
      <ul class="list exports">
        {pages.items?.map(each => (
          <Read key={each.requestId + each.at} record={each} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </div>
  );
}

function Read({ record }: { readonly record: Access }) {
  const w = useWords(words);
  const parts = useWords(partNames);
  const readers = useWords(readerNames);
  const { unitName } = useDesk();
  const { instant } = useFormats();
  const { reader } = record;
  return (
    <li class="panel">
      <strong>
        {readers[reader.kind]} {reader.account}
      </strong>{' '}
      <span class="note">
        {instant(record.at)}
        {reader.unit && ` · ${unitName(reader.unit)}`}
      </span>
      <p>
        {record.parts.map(part => parts[part]).join(', ')} · {record.reason}
      </p>
      {record.dossiers.length > 0 && (
        <p class="note">
          {w.dossiers}: {record.dossiers.map(({ code }) => code).join(', ')}
        </p>
      )}
      {record.stated && (
        <p class="note">
          {w.stated}: {record.stated}
        </p>
      )}
      {record.asked && (
        <p class="note">
          {w.asked}: {record.asked}
        </p>
      )}
    </li>
  );
}
