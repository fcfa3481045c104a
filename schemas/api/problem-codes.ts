/**
 * Every refusal the API gives: its stable code, HTTP status and titles. The code is the contract; titles may be worded better.
 */
export const problemCodes = {
  'body-not-json': {
    status: 400,
    vi: 'Nội dung gửi không phải JSON hợp lệ',
    en: 'The body is not valid JSON',
  },
  'body-missing': { status: 400, vi: 'Thiếu nội dung gửi', en: 'A body is needed' },
  'media-type-unsupported': {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ',
    en: 'The media type is not supported',
  },
  'body-too-large': { status: 413, vi: 'Nội dung gửi quá lớn', en: 'The body is too large' },
  'request-invalid': {
    status: 422,
    vi: 'Yêu cầu có trường không hợp lệ',
    en: 'Fields of the request are not valid',
  },
  'parameter-invalid': { status: 400, vi: 'Tham số không hợp lệ', en: 'A parameter is not valid' },
  'cursor-invalid': { status: 400, vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is not valid' },
  'dossier-code-invalid': { status: 400, vi: 'Mã hồ sơ không hợp lệ', en: 'The dossier code is not valid' },
  'result-number-invalid': {
    status: 400,
    vi: 'Số kết quả không hợp lệ',
    en: 'The number of the result is not valid',
  },
  unauthenticated: {
    status: 401,
    vi: 'Chưa xác thực hoặc phiên đã hết hạn',
    en: 'Not signed in, or the token is no longer valid',
  },
  forbidden: { status: 403, vi: 'Không có quyền thực hiện', en: 'Not allowed' },
  'identity-level-too-low': {
    status: 403,
    vi: 'Cần tài khoản định danh điện tử mức độ 2',
    en: 'An identity account of level 2 is needed',
  },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'procedure-unknown': { status: 422, vi: 'Không có thủ tục này', en: 'There is no such procedure' },
  'procedure-closed': {
    status: 409,
    vi: 'Thủ tục không tiếp nhận hồ sơ',
    en: 'The procedure does not take dossiers',
  },
  'decided-elsewhere': {
    status: 409,
    vi: 'Thủ tục được giải quyết tại hệ thống khác',
    en: 'The procedure is decided in another system',
  },
  'submit-at-national-portal': {
    status: 409,
    vi: 'Hồ sơ trực tuyến được nộp tại Cổng Dịch vụ công quốc gia',
    en: 'Online dossiers are submitted at the national portal',
  },
  'unit-unknown': { status: 422, vi: 'Không có đơn vị này', en: 'There is no such unit' },
  'unit-in-use': {
    status: 409,
    vi: 'Đơn vị còn việc mà chưa có đơn vị kế thừa',
    en: 'The unit still has work, and nobody to go on with it',
  },
  'unit-in-force': {
    status: 409,
    vi: 'Đơn vị còn hoạt động',
    en: 'The unit has not ended',
  },
  'unit-not-receiving': {
    status: 422,
    vi: 'Đơn vị không tiếp nhận hồ sơ của thủ tục này',
    en: 'The unit does not take dossiers of this procedure',
  },
  'channel-not-offered': {
    status: 422,
    vi: 'Thủ tục không nhận hồ sơ theo hình thức này',
    en: 'The procedure is not offered this way',
  },
  'applicant-not-entitled': {
    status: 422,
    vi: 'Không thuộc đối tượng thực hiện thủ tục',
    en: 'The procedure is not for this kind of applicant',
  },
  'component-missing': {
    status: 422,
    vi: 'Thiếu thành phần hồ sơ bắt buộc',
    en: 'A required paper is missing',
  },
  'component-unknown': {
    status: 422,
    vi: 'Thành phần hồ sơ không thuộc thủ tục',
    en: 'The paper is not one of this procedure',
  },
  'file-unknown': { status: 422, vi: 'Không có tệp này', en: 'There is no such file' },
  'file-not-uploaded': { status: 422, vi: 'Tệp chưa được tải lên', en: 'The file was not uploaded' },
  'file-differs': {
    status: 422,
    vi: 'Tệp tải lên khác với khai báo',
    en: 'The uploaded file differs from what was declared',
  },
  'file-unusable': {
    status: 422,
    vi: 'Tệp không dùng được',
    en: 'The file cannot be used',
  },
  'file-in-use': { status: 409, vi: 'Tệp đã thuộc hồ sơ khác', en: 'The file belongs to another dossier' },
  'decision-not-allowed': {
    status: 409,
    vi: 'Không được ra quyết định này ở bước hiện tại',
    en: 'The decision is not allowed here',
  },
  'proposal-changed': {
    status: 409,
    vi: 'Đề xuất đã thay đổi',
    en: 'The proposal has changed',
  },
  'task-closed': { status: 409, vi: 'Công việc đã có quyết định khác', en: 'The task was decided otherwise' },
  'task-assigned': {
    status: 409,
    vi: 'Công việc đang do người khác giữ',
    en: 'Somebody else holds the task',
  },
  'state-conflict': {
    status: 409,
    vi: 'Trạng thái hồ sơ không cho phép thực hiện việc này',
    en: 'The dossier is not in a state that allows this',
  },
  'result-decided': {
    status: 409,
    vi: 'Hồ sơ đã có kết quả',
    en: 'A result was decided already',
  },
  'fee-unpaid': { status: 409, vi: 'Chưa hoàn thành nghĩa vụ tài chính', en: 'The fee has not been paid' },
  'fee-amount-wrong': { status: 422, vi: 'Số tiền không đúng mức thu', en: 'The amount is not the fee due' },
  'supplement-once': {
    status: 409,
    vi: 'Chỉ được yêu cầu bổ sung một lần ở giai đoạn này',
    en: 'A supplement was already asked for at this stage',
  },
  'extension-once': {
    status: 409,
    vi: 'Chỉ được gia hạn một lần',
    en: 'The promised date was already extended once',
  },
  'extension-proposed': {
    status: 409,
    vi: 'Đang có đề nghị gia hạn chờ ký',
    en: 'An extension already waits to be signed',
  },
  'extension-too-long': {
    status: 422,
    vi: 'Ngày hẹn mới vượt quá thời gian được gia hạn',
    en: 'The new date is later than an extension may reach',
  },
  'consultation-running': {
    status: 409,
    vi: 'Cơ quan được lấy ý kiến còn thời hạn trả lời',
    en: 'Agencies that were asked still have time to answer',
  },
  'extension-too-late': { status: 409, vi: 'Quá hạn gia hạn', en: 'Too late to extend' },
  'extension-not-later': {
    status: 422,
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ',
    en: 'The new date must be after the promised one',
  },
  'year-not-in-calendar': {
    status: 400,
    vi: 'Lịch làm việc không có năm này',
    en: 'The calendar has no such year',
  },
  'deadline-invalid': { status: 422, vi: 'Không tính được thời hạn', en: 'The deadline cannot be computed' },
  'workflow-invalid': { status: 422, vi: 'Quy trình điện tử có lỗi', en: 'The workflow has errors' },
  'catalogue-shape-unknown': {
    status: 422,
    vi: 'Không nhận ra cấu trúc danh mục',
    en: 'The shape of the catalogue is not known',
  },
  'text-not-printable': {
    status: 422,
    vi: 'Văn bản có ký tự không in được',
    en: 'The document holds characters that cannot be printed',
  },
  'version-conflict': {
    status: 409,
    vi: 'Dữ liệu vừa được thay đổi, hãy thử lại',
    en: 'Changed by somebody else meanwhile; try again',
  },
  'precondition-failed': {
    status: 412,
    vi: 'Phiên bản dữ liệu đã cũ',
    en: 'The version you hold is out of date',
  },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Khóa chống trùng đã dùng cho yêu cầu khác',
    en: 'The idempotency key was used with another request',
  },
  'request-in-progress': {
    status: 409,
    vi: 'Yêu cầu với khóa chống trùng này đang được xử lý',
    en: 'The request with this idempotency key is being worked on',
  },
  'too-many-exports': {
    status: 409,
    vi: 'Đang có quá nhiều yêu cầu xuất danh sách',
    en: 'Too many exports are under way',
  },
  'address-not-allowed': {
    status: 422,
    vi: 'Không được gửi tới địa chỉ này',
    en: 'Nothing may be sent to this address',
  },
  'too-many-subscriptions': {
    status: 409,
    vi: 'Đã có quá nhiều đăng ký nhận sự kiện',
    en: 'There are too many subscriptions',
  },
  'subscription-ended': {
    status: 409,
    vi: 'Đăng ký nhận sự kiện đã chấm dứt',
    en: 'The subscription has ended',
  },
  'too-many-polls': {
    status: 429,
    vi: 'Đang có quá nhiều lượt chờ thay đổi cùng lúc',
    en: 'Too many polls are open at once',
  },
  'number-exhausted': {
    status: 503,
    vi: 'Đơn vị đã cấp hết số hồ sơ trong ngày',
    en: 'The unit has no dossier numbers left today',
  },
  'too-busy': { status: 503, vi: 'Hệ thống đang bận, hãy thử lại', en: 'Too busy; try again shortly' },
  'access-unrecorded': {
    status: 503,
    vi: 'Chưa ghi được nhật ký truy cập dữ liệu cá nhân, hãy thử lại',
    en: 'The read could not be recorded; try again shortly',
  },
  internal: { status: 500, vi: 'Lỗi hệ thống', en: 'Unexpected error' },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type ProblemCode = keyof typeof problemCodes;
