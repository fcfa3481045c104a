import type * as z from 'zod';
import type { Words } from '../words.ts';

const KINDS: Readonly<Record<string, Words>> = {
  string: { vi: 'chuỗi ký tự', en: 'a string' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'đối tượng JSON', en: 'a JSON object' },
  record: { vi: 'đối tượng JSON', en: 'a JSON object' },
  null: { vi: 'null', en: 'null' },
};

const FORMATS: Readonly<Record<string, Words>> = {
  date: { vi: 'một ngày có thật, dạng YYYY-MM-DD', en: 'an existing date in the form YYYY-MM-DD' },
  datetime: {
    vi: 'thời điểm có múi giờ, ví dụ 2026-11-21T09:30:00+07:00',
    en: 'a time with its UTC offset, such as 2026-11-21T09:30:00+07:00',
  },
  url: { vi: 'địa chỉ URL', en: 'a URL' },
  email: { vi: 'địa chỉ email', en: 'an e-mail address' },
  safeint: { vi: 'số nguyên', en: 'a whole number' },
};

/** The words for a fault whose schema has none of its own. */
export function issueWords(issue: z.core.$ZodRawIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return mustBe(KINDS[issue.expected]);
    case 'invalid_value':
      return oneOf(issue.values.map(value => String(value)));
    case 'invalid_format':
      if (issue.format === 'regex')
        return { vi: `phải theo mẫu ${issue.pattern}`, en: `must match ${issue.pattern}` };
      return mustBe(FORMATS[issue.format]);
    case 'too_small':
      return least(issue.origin, String(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return most(issue.origin, String(issue.maximum), issue.inclusive !== false);
    case 'not_multiple_of':
      return { vi: `phải chia hết cho ${issue.divisor}`, en: `must be a multiple of ${issue.divisor}` };
    case 'invalid_union':
      return Array.isArray(issue['options']) && issue['options'].length > 0
        ? oneOf(issue['options'].map(String))
        : { vi: 'không đúng dạng nào được chấp nhận', en: 'matches none of the accepted forms' };
    default:
      return mustBe(undefined);
  }
}

function mustBe(kind: Words | undefined): Words {
  if (!kind) return { vi: 'giá trị không hợp lệ', en: 'is invalid' };
  return { vi: `phải là ${kind.vi}`, en: `must be ${kind.en}` };
}

function oneOf(values: readonly string[]): Words {
  const list = values.join(', ');
  if (values.length === 1) return { vi: `phải là ${list}`, en: `must be ${list}` };
  return { vi: `phải là một trong: ${list}`, en: `must be one of: ${list}` };
}

/** The units of texts and lists; numbers have none. */
const COUNTED: Readonly<Record<string, Words>> = {
  string: { vi: 'ký tự', en: 'character' },
  array: { vi: 'mục', en: 'item' },
};

function least(origin: string, minimum: string, inclusive: boolean): Words {
  if (origin === 'string' && minimum === '1') return { vi: 'không được để trống', en: 'must not be empty' };
  const counted = COUNTED[origin];
  if (counted)
    return {
      vi: `phải có ít nhất ${minimum} ${counted.vi}`,
      en: `must have at least ${many(minimum, counted)}`,
    };
  return inclusive
    ? { vi: `phải từ ${minimum} trở lên`, en: `must be at least ${minimum}` }
    : { vi: `phải lớn hơn ${minimum}`, en: `must be more than ${minimum}` };
}

function most(origin: string, maximum: string, inclusive: boolean): Words {
  const counted = COUNTED[origin];
  if (counted)
    return {
      vi: `chỉ được nhiều nhất ${maximum} ${counted.vi}`,
      en: `must have at most ${many(maximum, counted)}`,
    };
  return inclusive
    ? { vi: `phải từ ${maximum} trở xuống`, en: `must be at most ${maximum}` }
    : { vi: `phải nhỏ hơn ${maximum}`, en: `must be less than ${maximum}` };
}

const many = (count: string, { en }: Words) => `${count} ${en}${count === '1' ? '' : 's'}`;
