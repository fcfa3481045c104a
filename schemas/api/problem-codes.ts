/**
 * Every refusal the API gives: its stable code, HTTP status and titles. The code is the contract; titles may change.
 */
export const problemCodes = {
  'body-not-json': {
    status: 400,
    vi: 'Nội dung gửi không phải JSON hợp lệ',
    en: 'The body is not valid JSON',
  },
  'body-missing': { status: 400, vi: 'Thiếu nội dung gửi', en: 'The body is missing' },
  'media-type-unsupported': {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ',
    en: 'The media type is not supported',
  },
  'body-too-large': { status: 413, vi: 'Nội dung gửi quá lớn', en: 'The body is too large' },
  'request-invalid': {
    status: 422,
    vi: 'Có mục chưa điền hoặc chưa đúng',
    en: 'Some fields of the request are invalid',
  },
  'parameter-invalid': { status: 400, vi: 'Tham số không hợp lệ', en: 'A parameter is invalid' },
  'cursor-invalid': { status: 400, vi: 'Con trỏ trang không hợp lệ', en: 'The page cursor is invalid' },
  'dossier-code-invalid': { status: 400, vi: 'Mã hồ sơ không hợp lệ', en: 'The dossier code is invalid' },
  'result-number-invalid': {
    status: 400,
    vi: 'Số kết quả không hợp lệ',
    en: 'The result number is invalid',
  },
  unauthenticated: {
    status: 401,
    vi: 'Chưa xác thực hoặc phiên đã hết hạn',
    en: 'Not signed in, or the token is no longer valid',
  },
  forbidden: { status: 403, vi: 'Không có quyền thực hiện', en: 'Not allowed' },
  'four-eyes': {
    status: 403,
    vi: 'Việc này phải do người khác thực hiện',
    en: 'A second person must do this',
  },
  'own-dossier': {
    status: 403,
    vi: 'Cán bộ, công chức không được giải quyết hồ sơ của chính mình',
    en: 'Officers have nothing to do with dossiers of their own',
  },
  'interest-declared': {
    status: 403,
    vi: 'Cán bộ, công chức có xung đột lợi ích không được giải quyết hồ sơ',
    en: 'Officers have nothing to do with dossiers in which they have an interest',
  },
  'authorization-lapsed': {
    status: 403,
    vi: 'Thẩm quyền ký hôm nay không có hiệu lực',
    en: 'The authorization to sign does not hold today',
  },
  'identity-level-too-low': {
    status: 403,
    vi: 'Cần tài khoản định danh điện tử mức độ 2',
    en: 'A level 2 identity account is required',
  },
  'not-found': { status: 404, vi: 'Không tìm thấy', en: 'Not found' },
  'not-anchored-yet': {
    status: 404,
    vi: 'Chưa có bằng chứng xác nhận nhật ký hồ sơ',
    en: 'The ledger has not been anchored yet',
  },
  'procedure-unknown': { status: 422, vi: 'Không có thủ tục này', en: 'There is no such procedure' },
  'procedure-closed': {
    status: 409,
    vi: 'Thủ tục không tiếp nhận hồ sơ',
    en: 'The procedure is not accepting dossiers',
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
    en: 'The unit still has work and no successor',
  },
  'unit-in-force': {
    status: 409,
    vi: 'Đơn vị còn hoạt động',
    en: 'The unit is still active',
  },
  'authorization-not-allowed': {
    status: 422,
    vi: 'Không được ghi thẩm quyền ký như vậy',
    en: 'Such an authorization to sign is not allowed',
  },
  'authorization-overlaps': {
    status: 409,
    vi: 'Trùng thời gian với thẩm quyền ký đã ghi',
    en: 'Another authorization to sign holds at the same time',
  },
  'authorization-gap': {
    status: 409,
    vi: 'Có ngày không ai có thẩm quyền ký',
    en: 'Nobody would be authorized to sign for some days',
  },
  'absence-overlaps': {
    status: 409,
    vi: 'Trùng thời gian với đợt vắng mặt khác',
    en: 'Another absence is at the same time',
  },
  'officer-away': {
    status: 409,
    vi: 'Cán bộ đang vắng mặt',
    en: 'The officer is away',
  },
  'unit-not-receiving': {
    status: 422,
    vi: 'Đơn vị không tiếp nhận hồ sơ của thủ tục này',
    en: 'The unit does not accept dossiers of this procedure',
  },
  'channel-not-offered': {
    status: 422,
    vi: 'Thủ tục không nhận hồ sơ theo hình thức này',
    en: 'The procedure does not offer this submission channel',
  },
  'applicant-not-entitled': {
    status: 422,
    vi: 'Không thuộc đối tượng thực hiện thủ tục',
    en: 'The procedure is not open to this kind of applicant',
  },
  'component-missing': {
    status: 422,
    vi: 'Thiếu thành phần hồ sơ bắt buộc',
    en: 'A required paper is missing',
  },
  'component-unknown': {
    status: 422,
    vi: 'Thành phần hồ sơ không thuộc thủ tục',
    en: 'The procedure has no such paper',
  },
  'file-unknown': { status: 422, vi: 'Không có tệp này', en: 'There is no such file' },
  'file-not-uploaded': { status: 422, vi: 'Tệp chưa được tải lên', en: 'The file has not been uploaded' },
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
  'file-state-secret': {
    status: 422,
    vi: 'Tệp có dấu chỉ độ mật: hệ thống không xử lý bí mật nhà nước',
    en: 'The file carries the mark of a state secret, which this system does not handle',
  },
  'signature-invalid': {
    status: 422,
    vi: 'Chữ ký số không được chấp nhận',
    en: 'The signature is not accepted',
  },
  'file-stopped': {
    status: 451,
    vi: 'Tệp bị dừng vì có dấu chỉ độ mật',
    en: 'The file is stopped: it carries the mark of a state secret',
  },
  'file-in-quarantine': { status: 409, vi: 'Tệp đang được kiểm tra', en: 'The file is still being checked' },
  'result-not-reusable': {
    status: 422,
    vi: 'Kết quả không dùng lại được',
    en: 'The result cannot be used again',
  },
  'vault-holds-it': {
    status: 409,
    vi: 'Kho dữ liệu đã có giấy tờ này',
    en: 'The vault holds this paper',
  },
  'not-archivable': {
    status: 422,
    vi: 'Có hồ sơ chưa nộp lưu được',
    en: 'A dossier cannot be handed over to the archive',
  },
  'store-paper-unknown': {
    status: 422,
    vi: 'Kho quốc gia không có giấy tờ này',
    en: 'The national store does not have this paper',
  },
  'file-in-use': { status: 409, vi: 'Tệp đã thuộc hồ sơ khác', en: 'The file belongs to another dossier' },
  'decision-not-allowed': {
    status: 409,
    vi: 'Không được ra quyết định này ở bước hiện tại',
    en: 'The decision is not allowed at this step',
  },
  'proposal-changed': {
    status: 409,
    vi: 'Đề xuất đã thay đổi',
    en: 'The proposal has changed',
  },
  'proposed-change-settled': {
    status: 409,
    vi: 'Đề nghị không còn chờ xác nhận',
    en: 'The proposed change no longer waits for confirmation',
  },
  'proposed-change-outdated': {
    status: 409,
    vi: 'Căn cứ của đề nghị đã thay đổi',
    en: 'What the proposed change was based on has changed',
  },
  'task-closed': { status: 409, vi: 'Công việc đã kết thúc', en: 'The task is already closed' },
  'task-assigned': {
    status: 409,
    vi: 'Công việc đã được phân công cho người khác',
    en: 'The task is assigned to someone else',
  },
  'state-conflict': {
    status: 409,
    vi: 'Trạng thái hồ sơ không cho phép thực hiện việc này',
    en: 'The state of the dossier does not allow this',
  },
  'result-decided': {
    status: 409,
    vi: 'Hồ sơ đã có kết quả',
    en: 'A result has already been decided',
  },
  'fee-unpaid': { status: 409, vi: 'Chưa hoàn thành nghĩa vụ tài chính', en: 'The fee has not been paid' },
  'fee-amount-wrong': { status: 422, vi: 'Số tiền không đúng mức thu', en: 'The amount is not the fee due' },
  'nothing-to-pay': { status: 409, vi: 'Không có khoản phải nộp', en: 'Nothing is to be paid' },
  'fee-unclear': {
    status: 409,
    vi: 'Mức phí, lệ phí chưa rõ: chưa nộp trực tuyến được',
    en: 'The fee is unclear: it cannot be paid online yet',
  },
  'refund-stale': {
    status: 409,
    vi: 'Số tiền còn có thể hoàn trả đã thay đổi',
    en: 'What can still go back has changed',
  },
  'notice-forged': {
    status: 401,
    vi: 'Thông báo thanh toán không có chữ ký đúng',
    en: 'The notice of payment does not bear the right signature',
  },
  'statement-unreadable': {
    status: 422,
    vi: 'Không đọc được sao kê, báo có',
    en: 'The statement cannot be read',
  },
  'statement-differs': {
    status: 409,
    vi: 'Đã có sao kê khác của tài khoản cho ngày này',
    en: 'Another statement of the account for this day is there',
  },
  'supplement-once': {
    status: 409,
    vi: 'Chỉ được yêu cầu bổ sung một lần ở giai đoạn này',
    en: 'A supplement has already been requested at this stage',
  },
  'extension-once': {
    status: 409,
    vi: 'Chỉ được gia hạn một lần',
    en: 'The promised date has already been extended once',
  },
  'extension-proposed': {
    status: 409,
    vi: 'Đang có đề nghị gia hạn chờ ký',
    en: 'An extension is already waiting to be signed',
  },
  'extension-too-long': {
    status: 422,
    vi: 'Ngày hẹn mới vượt quá thời gian được gia hạn',
    en: 'The new date is later than an extension allows',
  },
  'consultation-running': {
    status: 409,
    vi: 'Cơ quan được lấy ý kiến vẫn còn thời hạn trả lời',
    en: 'The agencies consulted still have time to answer',
  },
  'extension-too-late': {
    status: 409,
    vi: 'Đã quá thời điểm được đề nghị gia hạn',
    en: 'It is too late to extend',
  },
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
    vi: 'Không nhận biết được cấu trúc danh mục',
    en: 'The format of the catalogue is not recognized',
  },
  'text-not-printable': {
    status: 422,
    vi: 'Văn bản có ký tự không in được',
    en: 'The document contains characters that cannot be printed',
  },
  'version-conflict': {
    status: 409,
    vi: 'Dữ liệu vừa được thay đổi, hãy thử lại',
    en: 'The data was changed in the meantime; try again',
  },
  'precondition-failed': {
    status: 412,
    vi: 'Phiên bản dữ liệu đã cũ',
    en: 'Your version is out of date',
  },
  'idempotency-key-reused': {
    status: 422,
    vi: 'Khóa chống trùng đã dùng cho yêu cầu khác',
    en: 'The idempotency key was already used for another request',
  },
  'request-in-progress': {
    status: 409,
    vi: 'Yêu cầu với khóa chống trùng này đang được xử lý',
    en: 'The request with this idempotency key is still being processed',
  },
  'pairing-invalid': {
    status: 403,
    vi: 'Mã ghép bàn ký không dùng được',
    en: 'The pairing code cannot be used',
  },
  'pad-not-paired': { status: 403, vi: 'Bàn ký chưa được ghép', en: 'The pad is not paired' },
  'pad-busy': {
    status: 409,
    vi: 'Bàn ký đang chờ người khác ký',
    en: 'Somebody else is asked to sign on this pad',
  },
  'ink-request-over': {
    status: 409,
    vi: 'Yêu cầu ký không còn chờ',
    en: 'The request to sign no longer waits',
  },
  'document-differs': {
    status: 409,
    vi: 'Văn bản khác với văn bản cần ký',
    en: 'The document is not the one to be signed',
  },
  'period-too-long': {
    status: 422,
    vi: 'Kỳ quá dài',
    en: 'The period is too long',
  },
  'register-too-long': {
    status: 422,
    vi: 'Sổ theo dõi hồ sơ trong kỳ này quá dài',
    en: 'The register of this period is too long',
  },
  'too-many-exports': {
    status: 409,
    vi: 'Đang có quá nhiều yêu cầu xuất danh sách',
    en: 'Too many exports are in progress',
  },
  'address-not-allowed': {
    status: 422,
    vi: 'Không được gửi tới địa chỉ này',
    en: 'This address is not allowed',
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
    vi: 'Đang có quá nhiều yêu cầu chờ thay đổi cùng lúc',
    en: 'Too many polls are open at once',
  },
  'quota-used-up': {
    status: 429,
    vi: 'Đã dùng hết số lượt trong ngày',
    en: 'The quota of the day is used up',
  },
  'numbers-kept': {
    status: 503,
    vi: 'Đơn vị đã cấp hết số hồ sơ trực tuyến trong ngày',
    en: 'The unit has no numbers left for online dossiers today',
  },
  'number-exhausted': {
    status: 503,
    vi: 'Đơn vị đã cấp hết số hồ sơ trong ngày',
    en: 'The unit has no dossier numbers left for today',
  },
  'too-busy': {
    status: 503,
    vi: 'Hệ thống đang bận, hãy thử lại',
    en: 'The service is busy; try again shortly',
  },
  'store-unavailable': {
    status: 503,
    vi: 'Chưa hỏi được kho quốc gia: vẫn nộp giấy tờ được như thường',
    en: 'The national store cannot be asked: papers are handed in as ever',
  },
  'gateway-unavailable': {
    status: 503,
    vi: 'Cổng thanh toán chưa trả lời: thử lại sau, hoặc nộp bằng mã VietQR',
    en: 'The payment gateway does not answer: try again later, or pay by the VietQR code',
  },
  'access-unrecorded': {
    status: 503,
    vi: 'Chưa ghi được nhật ký truy cập dữ liệu cá nhân, hãy thử lại',
    en: 'The access could not be recorded; try again shortly',
  },
  'ledger-broken': {
    status: 500,
    vi: 'Hồ sơ không khớp với nhật ký hồ sơ',
    en: 'The dossier does not fit its ledger',
  },
  internal: { status: 500, vi: 'Lỗi hệ thống', en: 'Unexpected error' },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type ProblemCode = keyof typeof problemCodes;
