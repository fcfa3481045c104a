import { useWords, wording } from '../../wording/language.tsx';

const words = wording({
  vi: {
    none: 'Ông/bà chưa có hồ sơ nào ở đây.',
    begin:
      'Bắt đầu bằng việc tìm thủ tục ông/bà cần; trang của thủ tục cho biết giấy tờ, thời hạn, phí và nơi nộp.',
    find: 'Tìm thủ tục',
    paper: 'Đã nộp hồ sơ tại quầy hoặc nơi khác? Tra cứu bằng mã trên giấy hẹn:',
    track: 'theo dõi hồ sơ',
  },
  en: {
    none: 'You have no dossiers here yet.',
    begin:
      'Begin by finding the procedure you need: its page tells the papers, the time, the fee and where to submit.',
    find: 'Find a procedure',
    paper: 'Did you submit at a counter or elsewhere? Look it up by the code on your receipt:',
    track: 'follow a dossier',
  },
});

/** What somebody without dossiers sees: where to begin. */
export function NoDossiers() {
  const w = useWords(words);
  return (
    <section class="panel stack prose">
      <h2>{w.none}</h2>
      <p>{w.begin}</p>
      <p>
        <a class="ds-button" href="/procedures">
          {w.find}
        </a>
      </p>
      <p>
        {w.paper}{' '}
        <a class="ds-link" href="/track">
          {w.track}
        </a>
      </p>
    </section>
  );
}
