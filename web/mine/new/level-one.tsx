import { useWords, wording } from '../../wording/language.tsx';

const words = wording({
  vi: {
    title: 'Tài khoản của ông/bà đang ở mức 1',
    why: 'Nộp hồ sơ cần tài khoản định danh điện tử mức 2, vì mức 1 chưa xác thực ông/bà là ai bằng khuôn mặt hoặc vân tay. Với mức 1 ông/bà vẫn xem được hồ sơ của mình.',
    how: 'Ông/bà có thể:',
    level:
      'đến Công an xã, phường nơi thuận tiện, mang theo thẻ căn cước, để đăng ký mức 2; sau đó đăng nhập lại ở đây;',
    counter: 'hoặc nộp hồ sơ trực tiếp tại bộ phận tiếp nhận và trả kết quả.',
  },
  en: {
    title: 'Your account is of level 1',
    why: 'Submitting needs an electronic identity of level 2: level 1 was not verified by face or fingerprint. With level 1 you can still see your dossiers.',
    how: 'You can:',
    level:
      'register for level 2 with the police of any commune or ward, with your identity card, and then sign in here again;',
    counter: 'or hand the dossier in at a counter.',
  },
});

/** Why somebody whose account is of level 1 cannot submit, and what they can do. */
export function LevelOne() {
  const w = useWords(words);
  return (
    <div class="ds-alert" data-color="warning">
      <div class="stack prose">
        <h2>{w.title}</h2>
        <p>{w.why}</p>
        <p>{w.how}</p>
        <ul>
          <li>{w.level}</li>
          <li>{w.counter}</li>
        </ul>
      </div>
    </div>
  );
}
