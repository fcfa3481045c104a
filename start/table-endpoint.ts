import { Refusal } from '../tools/refusal.mjs';

/** The table server named by DYNAMODB_ENDPOINT, checked before anything else; undefined if none is named. */
export async function tableEndpoint(given: string | undefined): Promise<string | undefined> {
  if (!given) return undefined;
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Refusal({
      vi: `Biến DYNAMODB_ENDPOINT phải là địa chỉ như http://127.0.0.1:8000, không phải “${given}”.`,
      en: `DYNAMODB_ENDPOINT must be an address such as http://127.0.0.1:8000, not “${given}”.`,
    });
  try {
    await (await fetch(given)).arrayBuffer();
    return given;
  } catch (cause) {
    throw new Refusal(
      {
        vi: `Không có máy chủ bảng dữ liệu nào trả lời tại ${given}: hãy chạy máy chủ đó, hoặc bỏ biến DYNAMODB_ENDPOINT.`,
        en: `No table server answers at ${given}: start it, or unset DYNAMODB_ENDPOINT.`,
      },
      { cause },
    );
  }
}
