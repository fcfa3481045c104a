import { refuseField } from '../../../schemas/api/problem-error.ts';
import type { Absence, AbsenceOrder } from '../../../schemas/organization/absence.ts';
import type { KeptOfficer } from '../../../schemas/organization/unit.ts';
import { isSamePerson } from '../rights/same-person.ts';
import { addDays } from '../vietnam-time.ts';
import { dayText } from '../wording/dates.ts';
import { lastDay, overlap } from './periods.ts';

interface Known {
  readonly unit: string;
  readonly before: readonly Absence[];
  readonly officer: KeptOfficer | undefined;
  readonly substitute: KeptOfficer | undefined;
  /** Today in Viet Nam. */
  readonly today: string;
}

/** The longest that can be recorded at once: whoever is away longer has their record closed. */
const LONGEST_DAYS = 366;

/** Refuses an absence of somebody else's officer, of the past, or with a substitute who could not take over. */
export function checkAbsence(order: AbsenceOrder, known: Known): void {
  checkDays(order, known.today);
  checkPeople(order, known);
  const period = { ...order, endedOn: null };
  for (const other of known.before.filter(one => overlap(one, period))) {
    const days = {
      vi: `từ ngày ${dayText(other.from)} đến ngày ${dayText(lastDay(other))}`,
      en: `from ${other.from} to ${lastDay(other)}`,
    };
    if (other.officer === order.officer)
      refuseField('absence-overlaps', '/from', {
        vi: `Cán bộ này đã được ghi vắng mặt ${days.vi}.`,
        en: `This officer is already recorded as away ${days.en}.`,
      });
    if (other.officer === order.substitute)
      refuseField('absence-overlaps', '/substitute', {
        vi: `Người làm thay cũng vắng mặt ${days.vi}; hãy chọn người khác.`,
        en: `The substitute is away as well ${days.en}: choose somebody else.`,
      });
    if (other.substitute === order.officer)
      refuseField('absence-overlaps', '/from', {
        vi: `Cán bộ này đang làm thay cho đồng nghiệp ${days.vi}; hãy bố trí người khác làm thay trước.`,
        en: `This officer substitutes for a colleague ${days.en}: find another substitute first.`,
      });
  }
}

function checkDays({ from, to }: AbsenceOrder, today: string): void {
  if (to < from)
    refuseField('request-invalid', '/to', {
      vi: 'Ngày cuối không được trước ngày đầu.',
      en: 'The last day must not be before the first.',
    });
  if (to < today)
    refuseField('request-invalid', '/to', {
      vi: 'Đợt vắng mặt này đã qua.',
      en: 'The absence is over already.',
    });
  if (to > addDays(from, LONGEST_DAYS - 1))
    refuseField('request-invalid', '/to', {
      vi: `Một đợt vắng mặt dài nhất ${LONGEST_DAYS} ngày; nghỉ lâu hơn thì khóa tài khoản.`,
      en: `An absence has at most ${LONGEST_DAYS} days: close the account of who is away longer.`,
    });
}

function checkPeople({ substitute: account }: AbsenceOrder, { unit, officer, substitute }: Known): void {
  if (!worksIn(officer, unit))
    refuseField('request-invalid', '/officer', {
      vi: `Không có cán bộ đang làm việc ở ${unit} với tài khoản này.`,
      en: `No officer who works in ${unit} has this account.`,
    });
  if (account === null) return;
  if (!worksIn(substitute, unit))
    refuseField('request-invalid', '/substitute', {
      vi: `Người làm thay phải đang làm việc ở ${unit}.`,
      en: `The substitute must work in ${unit}.`,
    });
  if (isSamePerson(officer, substitute))
    refuseField('request-invalid', '/substitute', {
      vi: 'Không ai tự làm thay cho mình.',
      en: 'Nobody substitutes for themselves.',
    });
  if (!substitute.roles.some(role => officer.roles.includes(role)))
    refuseField('request-invalid', '/substitute', {
      vi: 'Người làm thay phải có chung ít nhất một vai trò với người vắng mặt.',
      en: 'The substitute must share a role with whoever is away.',
    });
}

const worksIn = (officer: KeptOfficer | undefined, unit: string): officer is KeptOfficer =>
  officer?.active === true && officer.unit === unit;
