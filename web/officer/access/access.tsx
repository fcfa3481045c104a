import { useState } from 'preact/hooks';
import { TextField } from '../../parts/field.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import { usePages } from '../../parts/use-pages.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import { ReadCard } from './read-card.tsx';

const words = wording({
  vi: {
    all: 'Ai đã xem dữ liệu cá nhân',
    own: 'Tôi đã xem dữ liệu cá nhân nào',
    lead: 'Mỗi lần xem dữ liệu cá nhân đều được ghi lại: chủ hồ sơ thấy đơn vị, lý do, lúc xem; thanh tra thấy đầy đủ.',
    on: 'Ngày',
    reader: 'Tài khoản người xem',
    readerHint: 'officer:tiepnhan.h44-101 hoặc portal:dvcqg',
    dossier: 'Mã hồ sơ',
    show: 'Xem',
    none: 'Không có lần xem nào.',
  },
  en: {
    all: 'Who read personal data',
    own: 'Which personal data I read',
    lead: 'Each read of personal data is recorded: its owner sees unit, reason and time, an inspector everything.',
    on: 'Day',
    reader: 'Account of the reader',
    readerHint: 'officer:tiepnhan.h44-101 or portal:dvcqg',
    dossier: 'Dossier code',
    show: 'Show',
    none: 'There were no reads.',
  },
});

/** The access records: for auditors of a day, a reader or a dossier; for other officers what they read themselves. */
export function AccessRecords() {
  const w = useWords(words);
  const { api, is } = useDesk();
  const auditing = is('auditor');
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
      <h1>{auditing ? w.all : w.own}</h1>
      {!auditing && <p class="prose">{w.lead}</p>}
      <form
        class="panel stack"
        onSubmit={event => {
          event.preventDefault();
          setAsked(typed);
        }}
      >
        <div class="grid">
          <TextField label={w.on} type="date" value={typed.on} onValue={on => setTyped({ ...typed, on })} />
          {auditing && (
            <>
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
            </>
          )}
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
          <ReadCard key={each.requestId + each.at} record={each} />
        ))}
      </ul>
      <ListEnd pages={pages} />
    </div>
  );
}
