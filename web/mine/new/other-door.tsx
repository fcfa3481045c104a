import type { Door } from '../../catalogue/door.ts';
import { NATIONAL_PORTAL } from '../../catalogue/national-portal.ts';
import { useLanguage, useWords, wording } from '../../wording/language.tsx';

const words = wording({
  vi: {
    nationalPortal:
      'Thủ tục này được nộp trực tuyến tại Cổng Dịch vụ công quốc gia. Hồ sơ nộp ở đó sẽ đến cơ quan giải quyết của tỉnh.',
    toPortal: 'Đến Cổng Dịch vụ công quốc gia',
    counter:
      'Thủ tục này không nhận hồ sơ trực tuyến. Mời ông/bà nộp tại bộ phận tiếp nhận và trả kết quả hoặc qua bưu chính; trang của thủ tục cho biết cần những gì.',
    closed: 'Thủ tục này hiện không tiếp nhận hồ sơ.',
    elsewhere: (name: string) => `Thủ tục này được giải quyết trên ${name}.`,
    toSystem: (name: string) => `Đến ${name}`,
    procedure: 'Xem thủ tục',
  },
  en: {
    nationalPortal:
      'This procedure is submitted online at the National Public Service Portal. What is submitted there reaches the agency of the province.',
    toPortal: 'Go to the National Public Service Portal',
    counter:
      'This procedure does not take dossiers online. Please hand it in at a counter or send it by post; the page of the procedure says what is needed.',
    closed: 'This procedure does not take dossiers at present.',
    elsewhere: (name: string) => `This procedure is decided in: ${name}.`,
    toSystem: (name: string) => `Go to: ${name}`,
    procedure: 'See the procedure',
  },
});

/** Where to go with a procedure that is not submitted here. */
export function OtherDoor(props: {
  readonly door: Exclude<Door, { readonly kind: 'here' }>;
  readonly procedure: string;
}) {
  const w = useWords(words);
  const language = useLanguage();
  const { door, procedure } = props;
  const system = door.kind === 'elsewhere' ? door.system : undefined;
  const said = door.kind === 'elsewhere' ? w.elsewhere(door.system.name[language]) : w[door.kind];
  return (
    <div class="panel stack prose">
      <p>{said}</p>
      {door.kind === 'closed' && door.because !== null && <p>{door.because}</p>}
      {door.kind === 'nationalPortal' && (
        <p>
          <a class="ds-button" href={NATIONAL_PORTAL}>
            {w.toPortal}
          </a>
        </p>
      )}
      {system && (
        <p>
          <a class="ds-button" href={system.address}>
            {w.toSystem(system.name[language])}
          </a>
        </p>
      )}
      <p>
        <a class="ds-link" href={`/procedures/${procedure}`}>
          {w.procedure}
        </a>
      </p>
    </div>
  );
}
