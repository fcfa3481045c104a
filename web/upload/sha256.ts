/**
 * Larger files are not read: the API refuses them by their size, whatever their digest, and says so in its own words.
 * A telephone with little memory would not survive the reading of a video.
 */
export const READ_AT_MOST = 64 * 1024 * 1024;

/** SHA-256 in lower-case hexadecimal, as uploads are declared with. */
export async function sha256Of(file: Blob): Promise<string> {
  if (file.size > READ_AT_MOST) return '0'.repeat(64);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
