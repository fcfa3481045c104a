import { Failure } from '../../parts/failure.tsx';
import { useAction } from '../../parts/use-action.ts';
import { type StorePaper, StorePaperLine } from '../../store/store-paper.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';
import type { Dossier } from './dossier.tsx';

const words = wording({
  vi: {
    record: 'Ghi vào hồ sơ',
    recording: 'Đang lấy và ghi…',
    later: 'Chỉ ghi được vào hồ sơ khi đang yêu cầu bổ sung giấy tờ này.',
  },
  en: {
    record: 'Take into the dossier',
    recording: 'Fetching and recording …',
    later: 'It can be taken while the dossier waits for this paper.',
  },
});

/** A paper of the national store. Reception takes it in place of a supplement that the dossier waits for. */
export function StoreOffer(props: {
  readonly paper: StorePaper;
  readonly source: string;
  readonly component: string;
  readonly dossier: Dossier;
  readonly reason: string;
  readonly onChanged: () => void;
}) {
  const w = useWords(words);
  const { api, is } = useDesk();
  const { paper, component, dossier, reason } = props;
  const { code } = dossier;
  const task = dossier.tasks.find(({ phase }) => phase === 'supplement');
  const action = useAction(async key => {
    if (!task) return;
    const { kind, number } = paper;
    const files: string[] = [];
    for (const file of paper.files.keys()) {
      const sent = { params: { code }, body: { kind, number, file }, reason, key: `${key}.${file}` };
      files.push((await api.get('fetchStoreFileForDossier', sent)).id);
    }
    const components = [{ component, files }];
    const body = { decision: 'recordSupplement' as const, components };
    await api.get('decideTask', { params: { id: task.id }, body, key });
    props.onChanged();
  });
  return (
    <div class="stack">
      <div class="row apart">
        <span>
          <StorePaperLine paper={paper} /> <span class="note">· {props.source}</span>
        </span>
        {task && is('reception') && (
          <button
            type="button"
            class="ds-button"
            data-variant="secondary"
            data-size="sm"
            aria-disabled={action.busy}
            onClick={() => void action.run()}
          >
            {action.busy ? w.recording : w.record} <span class="hidden">{paper.number}</span>
          </button>
        )}
      </div>
      {!task && <p class="note">{w.later}</p>}
      {action.error !== undefined && <Failure error={action.error} />}
    </div>
  );
}
