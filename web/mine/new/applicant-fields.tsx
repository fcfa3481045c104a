import { ChoiceField, TextField } from '../../parts/field.tsx';
import { useWords, wording } from '../../wording/language.tsx';
import { useAccount } from '../account.tsx';
import { type Entered, numberPointer, type OrganizationKind, type PaperKind } from './entered.ts';

const words = wording({
  vi: {
    title: 'Chủ hồ sơ',
    self: 'Chủ hồ sơ là chủ tài khoản đang đăng nhập. Nộp thay người khác thì mời ông/bà đến quầy tiếp nhận.',
    name: 'Họ và tên',
    organizationName: 'Tên tổ chức',
    kind: 'Loại tổ chức',
    organisation: 'Doanh nghiệp, tổ chức',
    household: 'Hộ kinh doanh',
    cooperative: 'Hợp tác xã',
    agency: 'Cơ quan nhà nước',
    identityNumber: 'Số định danh cá nhân',
    identityHint: '12 chữ số trên thẻ căn cước; phải là số của tài khoản đang đăng nhập',
    taxCode: 'Mã số thuế',
    agencyCode: 'Mã định danh cơ quan',
    paper: 'Giấy tờ',
    passport: 'Hộ chiếu',
    residenceCard: 'Thẻ thường trú, thẻ tạm trú',
    foreignerNumber: 'Số định danh của người nước ngoài',
    paperNumber: 'Số giấy tờ',
    country: 'Nước cấp hoặc quốc tịch',
    countryHint: 'Mã ba chữ cái, ví dụ LAO',
    phone: 'Điện thoại (không bắt buộc)',
    email: 'Thư điện tử (không bắt buộc)',
    address: 'Địa chỉ (không bắt buộc)',
  },
  en: {
    title: 'Applicant',
    self: 'The applicant is the owner of the account that has signed in. To submit for somebody else, please go to a counter.',
    name: 'Full name',
    organizationName: 'Name of the organization',
    kind: 'Kind of organization',
    organisation: 'Firm or organization',
    household: 'Household business',
    cooperative: 'Cooperative',
    agency: 'State agency',
    identityNumber: 'Personal identification number',
    identityHint: 'The 12 digits on your identity card; that of the account that has signed in',
    taxCode: 'Tax code',
    agencyCode: 'Agency code',
    paper: 'Paper',
    passport: 'Passport',
    residenceCard: 'Residence card',
    foreignerNumber: 'Identification number of a foreigner',
    paperNumber: 'Number of the paper',
    country: 'Issuing country or nationality',
    countryHint: 'Code of three letters, for example LAO',
    phone: 'Telephone (optional)',
    email: 'E-mail (optional)',
    address: 'Address (optional)',
  },
});

const PAPERS: readonly PaperKind[] = ['passport', 'residenceCard', 'foreignerNumber'];
const ORGANIZATIONS: readonly OrganizationKind[] = ['organisation', 'household', 'cooperative', 'agency'];

/** Who applies. The number is asked for: the sign-in proves it, but does not tell the page. */
export function ApplicantFields(props: {
  readonly entered: Entered;
  readonly onEntered: (change: Partial<Entered>) => void;
  readonly faultOf: (pointer: string) => string | undefined;
}) {
  const w = useWords(words);
  const { me } = useAccount();
  const { entered, onEntered, faultOf } = props;
  const isOrganization = me.kind === 'organisation';
  const isForeigner = me.kind === 'foreigner';
  const numberLabel = isForeigner
    ? w.paperNumber
    : !isOrganization
      ? w.identityNumber
      : entered.organizationKind === 'agency'
        ? w.agencyCode
        : w.taxCode;
  const text = (name: 'name' | 'number' | 'country' | 'phone' | 'email' | 'address', pointer: string) => ({
    value: entered[name],
    onValue: (value: string) => onEntered({ [name]: value }),
    fault: faultOf(pointer),
  });
  return (
    <section class="panel stack">
      <h2>{w.title}</h2>
      <p class="note">{w.self}</p>
      {isOrganization && (
        <ChoiceField
          label={w.kind}
          value={entered.organizationKind}
          onValue={value => {
            const kind = ORGANIZATIONS.find(each => each === value);
            if (kind) onEntered({ organizationKind: kind });
          }}
          options={ORGANIZATIONS.map(value => ({ value, text: w[value] }))}
        />
      )}
      <TextField label={isOrganization ? w.organizationName : w.name} {...text('name', '/applicant/name')} />
      {isForeigner && (
        <ChoiceField
          label={w.paper}
          value={entered.paperKind}
          onValue={value => {
            const kind = PAPERS.find(each => each === value);
            if (kind) onEntered({ paperKind: kind });
          }}
          options={PAPERS.map(value => ({ value, text: w[value] }))}
        />
      )}
      <TextField
        label={numberLabel}
        {...(me.kind === 'citizen' && { hint: w.identityHint, inputMode: 'numeric' as const })}
        {...text('number', numberPointer(me.kind, entered.organizationKind))}
      />
      {isForeigner && (
        <TextField label={w.country} hint={w.countryHint} {...text('country', '/applicant/paper/country')} />
      )}
      <TextField label={w.phone} type="tel" {...text('phone', '/applicant/phone')} />
      <TextField label={w.email} type="email" {...text('email', '/applicant/email')} />
      <TextField label={w.address} {...text('address', '/applicant/address')} />
    </section>
  );
}
