/** The dossier code in what somebody typed or scanned: the code itself, or an address such as `…/track?code=…`. */
export function codeIn(text: string): string {
  const typed = text.trim();
  if (!/^https?:/i.test(typed)) return typed;
  return URL.canParse(typed) ? (new URL(typed).searchParams.get('code')?.trim() ?? '') : '';
}
