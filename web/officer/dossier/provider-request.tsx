import type { Answer } from '../../api/client.ts';
import { LineAction } from '../../parts/line-action.tsx';
import { useAction } from '../../parts/use-action.ts';
import { useWords, wording } from '../../wording/language.tsx';
import { useDesk } from '../desk.tsx';

const words = wording({
  vi: {
    providers: { vnpt: 'VNPT', viettel: 'Viettel' },
    states: {
      requested: 'đã gửi yêu cầu lập biên lai, đang chờ',
      unknown: 'chưa biết đã lập biên lai hay chưa, hệ thống đang hỏi lại',
      refused: 'từ chối lập biên lai: hãy sửa thông tin hồ sơ hoặc cấu hình rồi gửi lại',
    },
    code: 'mã',
    retry: 'Gửi lại',
  },
  en: {
    providers: { vnpt: 'VNPT', viettel: 'Viettel' },
    states: {
      requested: 'was asked for the receipt',
      unknown: 'has not said whether it issued the receipt, and is being asked',
      refused: 'refused the receipt: put right the dossier or the settings, then ask again',
    },
    code: 'code',
    retry: 'Ask again',
  },
});

type Request = NonNullable<Answer<'listReceipts'>['missing'][number]['request']>;

/** How far a provider is with a receipt, and the way on where it refused. */
export function ProviderRequest(props: {
  readonly code: string;
  readonly request: Request;
  readonly onDone: () => void;
}) {
  const { code, request, onDone } = props;
  const w = useWords(words);
  const { api, is } = useDesk();
  const action = useAction(async key => {
    await api.ask('retryReceipt', { params: { code, id: request.id }, key });
    onDone();
  });
  return (
    <>
      {w.providers[request.provider]} {w.states[request.state]}
      {request.code === null ? '' : ` (${w.code} ${request.code})`}{' '}
      {request.state === 'refused' && is('reception', 'leader') && (
        <LineAction action={action} label={w.retry} of={w.providers[request.provider]} />
      )}
    </>
  );
}
